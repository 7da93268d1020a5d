import { itemStem } from '../item-stem.ts';
import { numberCell } from '../number-cell.ts';
import type { AnalysisTable, Shown } from '../study-analysis.ts';
import type { ResponseReport } from './item-response.ts';

const shownPairs = 10;

/** Pairs of items that share more than the attitude, the farthest from what is expected first. */
export function dependenceTable(
  { reader, analysed }: Shown<unknown>,
  { localDependence: { pairs, mean } }: ResponseReport,
): AnalysisTable {
  const { say } = reader;
  const stem = (item: string) => itemStem(reader, analysed.study.instrument, item);
  return {
    id: 'local-dependence',
    title: say('itemResponse.dependence'),
    columns: [
      { key: 'first', label: say('itemResponse.firstItem') },
      { key: 'second', label: say('itemResponse.secondItem') },
      { key: 'q3', label: say('itemResponse.q3'), numeric: true },
      { key: 'above', label: say('itemResponse.aboveMean'), numeric: true },
    ],
    rows: pairs.slice(0, shownPairs).map(({ items: [first, second], q3 }) => ({
      first: stem(first),
      second: stem(second),
      q3: numberCell(reader, q3, 3),
      above: numberCell(reader, q3 - mean, 3),
    })),
    notes: [say('itemResponse.dependenceNote', { mean: reader.number(mean, 3) })],
  };
}
