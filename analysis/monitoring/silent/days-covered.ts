import { DomainError } from '../../errors.ts';

/**
 * How many days at least one of several periods covers.
 *
 * |∪ [fromᵢ, toᵢ)|: days between periods, on which nothing was recorded, do not count.
 *
 * @param periods first day, and the day after the last one, as whole numbers of days from any origin.
 * @returns days, ≥ 0; 0 without a period.
 * @remarks Missing data: a period that was never recorded is a gap.
 * @throws DomainError 'period' where one ends before it begins.
 * @see By definition: the measure of a union of intervals. Checked by counting days.
 */
export function daysCovered(periods: readonly (readonly [number, number])[]): number {
  let covered = 0;
  let until = -Infinity;
  for (const [from, to] of periods.toSorted((a, b) => a[0] - b[0])) {
    if (!(to > from)) throw new DomainError('period', { from, to });
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return covered;
}
