import type { LinesChart } from '../../../components/charts/chart-types.ts';
import { orderedOptions, readinessItems } from '../../results/build-readiness-input.ts';
import { wordOf } from '../../results/wording.ts';
import { itemStem } from '../item-stem.ts';
import type { Shown } from '../study-analysis.ts';
import type { ResponseReport } from './item-response.ts';

/** Words of an item's options by the score that counts, reverse-keyed ones turned. */
function wordsByScore({ reader, analysed }: Shown<unknown>, id: string): Map<number, string> {
  const { instrument } = analysed.study;
  const item = instrument.items.find((candidate) => candidate.id === id);
  const scored = readinessItems(instrument).find((candidate) => candidate.id === id);
  if (!item || !scored) return new Map();
  const words = orderedOptions(instrument, item.optionSet).map(({ label }) =>
    wordOf(reader, instrument, label),
  );
  return new Map(scored.scores.map((score, index) => [score, words[index] ?? String(score)]));
}

/** How likely each answer to one item is at each level of the attitude. */
export function categoryChart(
  shown: Shown<unknown>,
  id: string,
  { items, categoryProbabilities, information: { theta }, n }: ResponseReport,
): LinesChart[] {
  const { reader, analysed } = shown;
  const { say } = reader;
  const place = items.findIndex(({ item }) => item === id);
  const rows = categoryProbabilities[place];
  if (!rows) return [];
  const words = wordsByScore(shown, id);
  const stem = itemStem(reader, analysed.study.instrument, id).replace(/[.。]$/u, '');
  const categories = items[place]?.categories ?? [];
  const isEver = (category: number) => rows.some((row) => (row[category] ?? 0) >= Math.max(...row));
  const hidden = categories.filter((_, category) => !isEver(category));
  return [
    {
      kind: 'lines',
      id: 'categories',
      title: say(
        hidden.length === 0
          ? 'itemResponse.chart.categoriesInTurn'
          : 'itemResponse.chart.categoriesHidden',
        { item: id, answers: reader.list(hidden.map((score) => words.get(score) ?? '')) },
      ),
      subtitle: say('itemResponse.chart.categoriesSubtitle', { stem, n: reader.number(n, 0) }),
      sentence: say('itemResponse.chart.categoriesSentence'),
      notMeaning: say('itemResponse.chart.categoriesNotMeaning'),
      rowHeading: say('itemResponse.theta'),
      xAxis: { label: say('itemResponse.theta'), low: -4, high: 4, decimals: 2 },
      yAxis: { label: say('itemResponse.probability'), low: 0, high: 1, decimals: 3 },
      series: categories.map((score, category) => ({
        label: words.get(score) ?? String(score),
        short: reader.number(score, 0),
        points: theta.map((x, at) => ({ x, y: rows[at]?.[category] ?? 0 })),
      })),
    },
  ];
}
