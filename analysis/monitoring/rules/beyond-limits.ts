import type { RulePredicate } from './rule.ts';

/**
 * A point beyond three sigma.
 *
 * x_i > UCL or x_i < LCL, strictly.
 *
 * @param points of one stage.
 * @param i the point.
 * @returns the side on which it lies outside, or null.
 * @remarks Missing data: points exist for periods with a value alone.
 * @throws never.
 * @see Shewhart, W. A. (1931). Economic Control of Quality of Manufactured Product. Reference values:
 *   NHSRplotthedots.
 */
export const beyondLimits: RulePredicate = (points, i) => {
  const point = points[i];
  if (!point) return null;
  if (point.value > point.upper) return 'high';
  return point.value < point.lower ? 'low' : null;
};
