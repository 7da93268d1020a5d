import type { Interval } from '../../estimate.ts';
import { compareTwoProportions } from '../../groups/compare-two-proportions.ts';
import { welchDifference } from '../../groups/welch-difference.ts';
import type { Found } from './criterion.ts';
import { estimateFound } from './estimate-found.ts';

export interface ModeDifference {
  /** After minus before. */
  readonly difference: number;
  readonly interval: Interval;
  /** The interval leaves out no difference. */
  readonly differs: boolean;
}

/**
 * How much a metric changed from one mode of use to the next, of other cases in each.
 *
 * d = after − before. Shares: Newcombe's interval. Means: Welch's. Rates: from Garwood's limits of each side as
 * Newcombe's from Wilson's, d − √((d₂ − l₂)² + (u₁ − d₁)²), d + √((u₂ − d₂)² + (d₁ − l₁)²).
 *
 * @param before what was counted first. @param after the same metric later, of the same kind.
 * @param level confidence level in (0, 1).
 * @returns difference in the unit of the metric; null where a side has no cases, a mean no SD, or kinds differ.
 * @remarks Missing data: not in the counts. No causes: seasons, patients and what people do with the output changed
 *   as well. No difference shown is not the same as none.
 * @throws DomainError of the intervals.
 * @see Newcombe, R. G. (1998). https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I;
 *   Zou, G. Y., Donner, A. (2008). Construction of confidence limits about effect measures: a general approach.
 *   Statistics in Medicine 27, 1693–1702. https://doi.org/10.1002/sim.3095; Welch, B. L. (1947).
 *   https://doi.org/10.1093/biomet/34.1-2.28.
 */
export function compareModes(before: Found, after: Found, level = 0.95): ModeDifference | null {
  const said = (difference: number, interval: Interval): ModeDifference => ({
    ...{ difference, interval },
    differs: interval[0] > 0 || interval[1] < 0,
  });
  if (before.kind === 'mean' || after.kind === 'mean') {
    if (before.kind !== 'mean' || after.kind !== 'mean') return null;
    if (before.sd === null || after.sd === null) return null;
    const found = welchDifference({ ...after, sd: after.sd }, { ...before, sd: before.sd }, level);
    return found.ok ? said(found.difference, found.interval) : null;
  }
  if (before.kind !== after.kind) return null;
  if (before.kind === 'share') {
    const counts = [before, after].flatMap(({ x, n }) => [n - x, x]);
    const found = compareTwoProportions(counts, level);
    return found.ok ? said(found.riskDifference.value, found.riskDifference.interval) : null;
  }
  const [one, two] = [estimateFound(before, level), estimateFound(after, level)];
  if (!one?.interval || !two?.interval) return null;
  const [[l1, u1], [l2, u2]] = [one.interval, two.interval];
  const difference = two.value - one.value;
  return said(difference, [
    difference - Math.hypot(two.value - l2, u1 - one.value),
    difference + Math.hypot(u2 - two.value, one.value - l1),
  ]);
}
