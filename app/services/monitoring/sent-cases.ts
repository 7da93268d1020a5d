import { sum } from '#analysis/numeric/sum.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';

const lists = ['positives', 'negatives', 'unlabelled', 'counts'] as const;
const single = ['tp', 'fp', 'fn', 'tn', 'n'] as const;

const numbersIn = (value: unknown) =>
  [value].flat().map((each) => (typeof each === 'number' ? each : 0));

/** Whether a record is of anybody at all, whatever a metric counts of them: outcomes may be missing, or no event. */
export function isOfAnybody(record: WatchedRecord): boolean {
  const { numerator, denominator, value, detail, eligible, scored, labelled } = record;
  const sizes = [numerator, denominator, eligible, scored, labelled];
  const counted = [...lists, ...single].map((name) => sum(numbersIn(detail?.[name])));
  // A single value without a number of cases is of one at least.
  const isValue = value !== null && typeof detail?.['n'] !== 'number';
  return isValue || [...sizes, ...counted].some((size) => (size ?? 0) > 0);
}

/**
 * Marks what a period brings to a group where it counts nobody though something was sent: then it is not told that
 * there is nobody.
 */
export const uncountedIn = (n: number, records: readonly WatchedRecord[]) =>
  !(n > 0) && records.some(isOfAnybody) ? { uncounted: 1 } : {};
