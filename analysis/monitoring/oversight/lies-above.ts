import type { Interval } from '../../estimate.ts';
import { liesBelow, type Mark } from './lies-below.ts';

/**
 * Whether a quantity lies above a limit, as far as its interval tells.
 *
 * With the interval [l, h] and the limit c: true if l ≥ c, false if h ≤ c, else unknown.
 *
 * @param interval of the quantity, its lower end first. @param limit in the same unit.
 * @returns true, false or 'unknown'; an interval that begins at the limit lies above it.
 * @remarks Missing data: null for an interval that was not measured, or a limit that nobody has set, is unknown.
 * @throws never.
 */
export function liesAbove(interval: Interval | null, limit: number | null): Mark {
  if (interval === null || limit === null) return 'unknown';
  const [low, high] = interval;
  return liesBelow([-high, -low], -limit);
}
