import type { Interval } from '../../estimate.ts';

/** Whether a mark is there, is not, or cannot be told. */
export type Mark = boolean | 'unknown';

/**
 * Whether a quantity lies below a limit, as far as its interval tells.
 *
 * With the interval [l, h] and the limit c: true if h ≤ c, false if l ≥ c, else unknown.
 *
 * @param interval of the quantity, its lower end first. @param limit in the same unit.
 * @returns true, false or 'unknown'; an interval that ends at the limit lies below it.
 * @remarks Missing data: null for an interval that was not measured, or a limit that nobody has set, is unknown.
 * @throws never.
 */
export function liesBelow(interval: Interval | null, limit: number | null): Mark {
  if (interval === null || limit === null) return 'unknown';
  const [low, high] = interval;
  if (high <= limit) return true;
  return low >= limit ? false : 'unknown';
}
