import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { numbersOf } from './series.ts';

export type Cell = { n: number; events: number; risk: number };
export type Case = { outcome: 0 | 1; risk: number; position: number };

/** Bins of risk with what happened: mean risk of those whose outcome is known. */
export function cellsOfScores(record: WatchedRecord): Cell[] {
  const [positives, negatives, sums, edges] = [
    numbersOf(record.detail, 'positives'),
    numbersOf(record.detail, 'negatives'),
    numbersOf(record.detail, 'sum_p'),
    numbersOf(record.detail, 'edges'),
  ];
  return positives.flatMap((events, bin) => {
    const n = events + (negatives[bin] ?? 0);
    if (!(n > 0)) return [];
    // Without sums the middle of the bin stands for its cases.
    const middle = ((edges[bin] ?? NaN) + (edges[bin + 1] ?? NaN)) / 2;
    const sum = sums[bin];
    return [{ n, events, risk: sum === undefined ? middle : sum / n }];
  });
}

/**
 * Cases of a period in an order that counts allow: those of a bin evenly over the period, those with the
 * event evenly among them. Who came first is not known, and need not be.
 */
export function spreadCases(cells: readonly Cell[]): Case[] {
  const cases = cells.flatMap(({ n, events, risk }) => {
    const hit = new Set(
      Array.from({ length: events }, (_, i) => Math.floor(((i + 0.5) * n) / events)),
    );
    return Array.from({ length: n }, (_, i): Case => ({
      ...{ outcome: hit.has(i) ? 1 : 0, risk, position: (i + 0.5) / n },
    }));
  });
  return cases.sort((a, b) => a.position - b.position);
}
