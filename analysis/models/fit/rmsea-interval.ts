import type { Interval } from '../../estimate.ts';
import { findRoot } from '../../numeric/find-root.ts';
import { noncentralChiSquare } from '../../numeric/noncentral-chi-square.ts';

/** λ with P(χ²(ν, λ) ≤ x) = p; 0 when even λ = 0 leaves less below x. */
function noncentralityAt(x: number, v: number, p: number): number {
  const excess = (lambda: number) => noncentralChiSquare(x, v, lambda) - p;
  if (!(excess(0) > 0)) return 0;
  let high = Math.max(1, x);
  while (excess(high) > 0) high *= 2;
  return findRoot(excess, 0, high);
}

/**
 * Confidence interval of the root mean square error of approximation.
 *
 * [√(λ_L / (n ν)), √(λ_U / (n ν))], P(χ²(ν, λ_L) ≤ χ²) = (1 + level)/2, P(χ²(ν, λ_U) ≤ χ²) = (1 − level)/2.
 *
 * @param chiSquare ≥ 0.
 * @param degreesOfFreedom ν > 0.
 * @param n respondents, over all groups.
 * @param level in (0, 1); 0.9 is the custom.
 * @param groups number of groups; both bounds are multiplied by its square root.
 * @returns bounds in [0, ∞).
 * @remarks Missing data: none. A bound is 0 where the chi-square is small.
 * @throws DomainError 'noncentral-chi-square'.
 * @see Browne, M. W., Cudeck, R. (1992). Alternative ways of assessing model fit. Sociol Methods Res 21,
 *   230–258. https://doi.org/10.1177/0049124192021002005. Reference values: lavaan 0.6.14, psych 2.2.9.
 */
export function rmseaInterval(
  chiSquare: number,
  degreesOfFreedom: number,
  n: number,
  level = 0.9,
  groups = 1,
): Interval {
  const bound = (p: number) => {
    const lambda = noncentralityAt(chiSquare, degreesOfFreedom, p);
    return Math.sqrt((groups * lambda) / (n * degreesOfFreedom));
  };
  return [bound((1 + level) / 2), bound((1 - level) / 2)];
}
