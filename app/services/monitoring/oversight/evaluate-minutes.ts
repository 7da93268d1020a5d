import { medianDifference } from '#analysis/monitoring/oversight/median-difference.ts';
import { multinomialIntervals } from '#analysis/groups/multinomial-intervals.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { findMetric } from '../metrics.ts';
import { readQuartiles, timeMethods } from './read-quartiles.ts';
import { totalCodes, type CodedTotal } from './sum-parts.ts';

/** Each code with its share and an interval that holds together with the others; of one code alone none. */
export const withShares = ({ codes, n, ...span }: CodedTotal) => {
  const intervals = codes.length < 2 ? [] : multinomialIntervals(codes.map(({ count }) => count));
  return {
    ...{ ...span, n },
    codes: codes.map(({ code, count }, place) => ({
      ...{ code, count, share: count / n, interval: intervals[place] ?? null },
    })),
  };
};
export type CodedShares = ReturnType<typeof withShares>;

/** Minutes saved by how they were measured, and what people say beside what a clock says. */
export function evaluateMinutes(history: readonly WatchedRecord[], today: string) {
  const all = readQuartiles(history, 'minutes-saved');
  const newest = timeMethods.flatMap((method) => all.find((one) => one.method === method) ?? []);
  const measured = all.filter(({ method }) => method === 'timed' || method === 'log');
  // Of the newest period in which both were sent: other periods may differ for other reasons.
  const pairs = all
    .filter(({ method }) => method === 'self-report')
    .flatMap((said) => {
      const own = measured.filter(({ from, to }) => from === said.from && to === said.to);
      const clock = own.find(({ method }) => method === 'timed') ?? own[0];
      return clock ? [{ said, clock }] : [];
    });
  const [pair] = pairs;
  const codes = findMetric('minutes-used')?.parts?.codes ?? [];
  const used = totalCodes(history, 'minutes-used', codes, today);
  return {
    newest,
    beside: pair ? { ...pair, ...medianDifference(pair.said, pair.clock) } : null,
    used: used && used.n > 0 ? withShares(used) : null,
  };
}
export type Minutes = ReturnType<typeof evaluateMinutes>;
