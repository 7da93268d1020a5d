import type { Interval } from '../estimate.ts';
import { findRoot } from './find-root.ts';
import { noncentralFProbability } from './noncentral-f-probability.ts';

/**
 * The confidence interval of the noncentrality of an F statistic.
 *
 * λ_lower and λ_upper with P(F(ν₁, ν₂, λ_lower) ≥ f) = P(F(ν₁, ν₂, λ_upper) ≤ f) = (1 − level)/2; 0 where no
 * λ ≥ 0 reaches it.
 *
 * @param f observed, ≥ 0. @param v1, v2 degrees of freedom.
 * @param level confidence level in (0, 1).
 * @returns [λ_lower, λ_upper], ≥ 0.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'noncentral-f'.
 * @see Steiger, J. H. (2004). Beyond the F test. https://doi.org/10.1037/1082-989X.9.2.164. Reference values:
 *   effectsize 0.8.3.
 */
export function noncentralFInterval(f: number, v1: number, v2: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  const at = (p: number): number => {
    const excess = (lambda: number) => noncentralFProbability(f, v1, v2, lambda) - p;
    if (excess(0) <= 0) return 0;
    let upper = 10 + 2 * f * v1;
    while (excess(upper) > 0) upper *= 2;
    return findRoot(excess, 0, upper);
  };
  return [at(1 - tail), at(tail)];
}
