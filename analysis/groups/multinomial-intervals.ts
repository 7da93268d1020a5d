import { DomainError } from '../errors.ts';
import type { Interval } from '../estimate.ts';
import { wilsonInterval } from './wilson-interval.ts';

/**
 * Intervals of the shares of several categories that hold together (Goodman).
 *
 * Wilson's interval of x_i of n at level 1 − α/k, k categories: with chance 1 − α or more all of them cover their
 * shares at once, whereas k intervals at 1 − α each do so less often.
 *
 * @param counts cases of each category, k ≥ 2, whole numbers ≥ 0; together they are all cases.
 * @param level of all intervals together, in (0, 1).
 * @returns one interval per category, in the order given, within [0, 1].
 * @remarks Missing data: not counted, or a category of their own. Without any case every interval is [0, 1].
 * @throws DomainError 'count', 'too-few-categories'.
 * @see Goodman, L. A. (1965). On simultaneous confidence intervals for multinomial proportions. Technometrics 7, 247–254.
 *   https://doi.org/10.1080/00401706.1965.10490252. Checked by simulation and in Python.
 */
export function multinomialIntervals(counts: readonly number[], level = 0.95): Interval[] {
  const k = counts.length;
  if (k < 2) throw new DomainError('too-few-categories', { size: k });
  const wrong = counts.find((count) => !(count >= 0 && count < Infinity));
  if (wrong !== undefined) throw new DomainError('count', { count: wrong });
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return counts.map(() => [0, 1]);
  return counts.map((count) => wilsonInterval(count, n, 1 - (1 - level) / k));
}
