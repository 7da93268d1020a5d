import type { Interval } from '../estimate.ts';
import { findRoot } from './find-root.ts';
import { noncentralTProbability } from './noncentral-t-probability.ts';

/**
 * The confidence interval of the noncentrality of a t statistic.
 *
 * δ_lower and δ_upper with P(T(ν, δ_lower) ≥ t) = P(T(ν, δ_upper) ≤ t) = (1 − level)/2.
 *
 * @param t observed. @param degreesOfFreedom ν > 0.
 * @param level confidence level in (0, 1).
 * @returns [δ_lower, δ_upper].
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'noncentral-t'.
 * @see Steiger, J. H., Fouladi, R. T. (1997). Noncentrality interval estimation, in Harlow et al. (eds), What If
 *   There Were No Significance Tests? Reference values: effectsize 0.8.3.
 */
export function noncentralTInterval(t: number, degreesOfFreedom: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  const at = (p: number): number => {
    const excess = (delta: number) => noncentralTProbability(t, degreesOfFreedom, delta) - p;
    let width = 4 + Math.abs(t) / 2;
    while (excess(t - width) < 0 || excess(t + width) > 0) width *= 2;
    return findRoot(excess, t - width, t + width);
  };
  return [at(1 - tail), at(tail)];
}
