import { itemStem } from '../item-stem.ts';
import { numberCell } from '../number-cell.ts';
import type { AnalysisTable, Shown } from '../study-analysis.ts';
import type { ResponseReport } from './item-response.ts';

const shownPairs = 10;
/** Q3 this far above its mean (Christensen, Makransky and Horton 2017). */
const aboveMean = 0.2;

/** Pairs that share more than the attitude, the closest first. */
export function standingOut({ localDependence: { pairs, mean } }: ResponseReport) {
  return pairs.filter(({ q3 }) => q3 - mean >= aboveMean).sort((a, b) => b.q3 - a.q3);
}

/** Those pairs; no table where there are none. */
export function dependenceTable(
  { reader, analysed }: Shown<unknown>,
  report: ResponseReport,
): AnalysisTable[] {
  const { say } = reader;
  const stem = (item: string) => itemStem(reader, analysed.study.instrument, item);
  const { mean } = report.localDependence;
  const pairs = standingOut(report);
  if (pairs.length === 0) return [];
  const table = {
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
  return [table];
}
