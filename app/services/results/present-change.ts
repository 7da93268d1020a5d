import type { ScaleChangeReport } from '#analysis/report/readiness-report.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { IntervalChart, IntervalRow } from '../../components/charts/chart-types.ts';
import type { ChangeComparability } from './change-comparability.server.ts';
import { changeOf } from './change-of.ts';
import type { ChangedWaves } from './load-change.server.ts';
import type { Reader } from './reader.server.ts';
import { scalesByRange } from './scale-range.ts';
import type { ChangeResult } from './specification.ts';
import { suppressedText, wordOf } from './wording.ts';

function chartRow(
  reader: Reader,
  study: ResultsStudy,
  label: string,
  { change, lock }: { change: ScaleChangeReport['change'] | undefined; lock: string | undefined },
): IntervalRow {
  if (lock !== undefined) return { label, suppressed: lock };
  if (!change?.shown) {
    const reason = change?.reason ?? 'below-minimum';
    return { label, suppressed: suppressedText(reader, reason, study.minimumCellSize) };
  }
  const [low, high] = change.interval;
  return { label, estimate: change.meanChange, low, high, n: change.n };
}

type Estimated = Extract<IntervalRow, { estimate: number }>;

function finding(reader: Reader, first: Estimated | undefined, decimals: number) {
  const { t } = reader;
  if (!first) return { title: t('change.titleNone'), sentence: t('change.sentenceNone') };
  const signed = (value: number) => reader.signed(value, decimals);
  const isClear = first.low > 0 || first.high < 0;
  const words = { scale: first.label, change: signed(first.estimate) };
  return {
    title: isClear ? t('change.title', words) : t('change.titleSame', words),
    sentence: t('change.sentence', { low: signed(first.low), high: signed(first.high) }),
  };
}

/** As wide as the widest interval needs, on both sides of no change. */
function symmetricRange(rows: readonly Estimated[]): number {
  const widest = Math.max(0.1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const step = 10 ** Math.floor(Math.log10(widest));
  return Math.ceil(widest / step) * step;
}

/** The change of every scale that is not locked, with its interval; scales of one range in one chart. */
export function presentChange(
  reader: Reader,
  study: ResultsStudy,
  result: ChangeResult,
  { waves, locked }: { waves: ChangedWaves } & Pick<ChangeComparability, 'locked'>,
): IntervalChart[] {
  const { t } = reader;
  return scalesByRange(study.instrument).map(({ range, scales }, index) => {
    const rows = scales.map((scale) =>
      chartRow(reader, study, wordOf(reader, study.instrument, scale.title), {
        change: changeOf(result, scale.id),
        lock: locked.get(scale.id),
      }),
    );
    const shown = rows.filter((row): row is Estimated => row.suppressed === undefined);
    const reach = symmetricRange(shown);
    return {
      kind: 'interval',
      id: `change-${index + 1}`,
      ...finding(reader, shown[0], range.decimals),
      subtitle: t('change.subtitle', waves),
      notMeaning: t('change.notMeaning'),
      rowHeading: t('change.row'),
      scale: { low: -reach, high: reach, decimals: range.decimals },
      reference: { label: t('change.reference'), value: 0 },
      rows,
    };
  });
}
