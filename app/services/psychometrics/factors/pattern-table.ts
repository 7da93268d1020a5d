import type { ExploratoryReport } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import { itemStem } from '../item-stem.ts';
import { numberCell } from '../number-cell.ts';
import type { AnalysisTable, Shown } from '../study-analysis.ts';
import { homeOf } from './loading-rules.ts';

/** Loadings with communalities; items of one factor together, the strongest first. */
export function patternTable(
  { reader, analysed }: Shown<unknown>,
  { items, factors, loadings, communalities, complexity }: ExploratoryReport,
): AnalysisTable {
  const { say } = reader;
  const rows = items.map((name, item) => {
    const own = loadings[item] ?? [];
    return { name, item, own, home: homeOf(own) };
  });
  rows.sort((a, b) => a.home.factor - b.home.factor || b.home.largest - a.home.largest);
  return {
    id: 'pattern',
    title: say('factors.pattern'),
    columns: [
      { key: 'item', label: say('column.item') },
      ...factors.map((factor) => ({ key: factor, label: factor, numeric: true })),
      { key: 'communality', label: say('factors.communality'), numeric: true },
      { key: 'complexity', label: say('factors.complexity'), numeric: true },
    ],
    rows: rows.map(({ name, item, own }) => ({
      item: itemStem(reader, analysed.study.instrument, name),
      ...Object.fromEntries(
        factors.map((factor, index) => [factor, numberCell(reader, own[index], 2)]),
      ),
      communality: numberCell(reader, communalities[item], 2),
      complexity: numberCell(reader, complexity[item], 1),
    })),
    notes: [say('factors.patternNote')],
  };
}
