import type { Distribution, Withheld } from '#analysis/report/readiness-report.ts';
import type { DivergingBarsChart } from '../../components/charts/chart-types.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Item } from '#surveys/model/instrument.ts';
import { orderedOptions } from './build-readiness-input.ts';
import type { Reader } from './reader.server.ts';
import { suppressedText, wordOf } from './wording.ts';

export type ItemResult = { id: string; result: Distribution | Withheld };

/** What a chart says about whom it is: everybody or one group, and when. */
export type Frame = { group: string; wave: string; n: string };

function stemOf(reader: Reader, study: ResultsStudy, item: Item): string {
  const stem = wordOf(reader, study.instrument, item.stem);
  return item.reverseKeyed ? reader.t('items.reversed', { item: stem }) : stem;
}

type Shown = { stem: string; positive: number };

function headline(reader: Reader, rows: readonly Shown[], answers: string) {
  const { t } = reader;
  const most = rows.reduce((a, b) => (b.positive > a.positive ? b : a), rows[0] ?? noItem);
  const fewest = rows.reduce((a, b) => (b.positive < a.positive ? b : a), rows[0] ?? noItem);
  if (rows.length < 2) return { title: t('items.titleNone'), sentence: t('items.sentenceNone') };
  return {
    title: t('items.title', { percent: reader.percent(most.positive), answers, item: most.stem }),
    sentence: t('items.sentence', { percent: reader.percent(fewest.positive), item: fewest.stem }),
  };
}

/** An item as part of a sentence, which has a full stop of its own. */
const withoutStop = (text: string) => text.replace(/[.。]$/u, '');

const noItem: Shown = { stem: '', positive: 0 };

function barsOf(
  reader: Reader,
  study: ResultsStudy,
  optionSetId: string,
  results: readonly ItemResult[],
  frame: Frame,
): DivergingBarsChart {
  const { t } = reader;
  const { instrument, minimumCellSize } = study;
  const options = orderedOptions(instrument, optionSetId);
  const legend = options.map(({ label }) => wordOf(reader, instrument, label));
  const half = Math.floor(options.length / 2);
  const neutralIndex = options.length % 2 === 1 ? half : null;
  const firstPositive = neutralIndex === null ? half : half + 1;
  const items = instrument.items.filter(({ optionSet }) => optionSet === optionSetId);
  const shown: Shown[] = [];
  const rows = items.map((item): DivergingBarsChart['rows'][number] => {
    const label = stemOf(reader, study, item);
    const result = results.find(({ id }) => id === item.id)?.result;
    if (!result?.shown) {
      const reason = result?.reason ?? 'below-minimum';
      return { label, percents: null, suppressed: suppressedText(reader, reason, minimumCellSize) };
    }
    const positive = result.percents.slice(firstPositive).reduce((sum, value) => sum + value, 0);
    shown.push({ stem: withoutStop(wordOf(reader, instrument, item.stem)), positive });
    return { label, percents: result.percents, n: result.n };
  });
  const direction = instrument.optionSets.find(({ id }) => id === optionSetId)?.direction;
  return {
    kind: 'diverging-bars',
    id: `items-${optionSetId}`,
    ...headline(reader, shown, reader.list(legend.slice(firstPositive))),
    subtitle: t('items.subtitle', frame),
    notMeaning: t('items.notMeaning'),
    rowHeading: t('items.row'),
    legend,
    neutralIndex,
    sides: {
      negative: t('items.side', { option: legend[0] ?? '' }),
      positive: t('items.side', { option: legend.at(-1) ?? '' }),
    },
    scaleDirection: direction,
    rows,
  };
}

/** One chart for each set of options: bars of different options cannot share a legend. */
export function presentItems(
  reader: Reader,
  study: ResultsStudy,
  results: readonly ItemResult[],
  frame: Frame,
): DivergingBarsChart[] {
  const optionSets = [...new Set(study.instrument.items.map(({ optionSet }) => optionSet))];
  return optionSets.map((id) => barsOf(reader, study, id, results, frame));
}
