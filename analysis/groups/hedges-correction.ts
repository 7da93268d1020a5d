import { logGamma } from '../numeric/log-gamma.ts';

/**
 * Hedges' exact correction of a standardised mean difference for small samples.
 *
 * J(ν) = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)).
 *
 * @param degreesOfFreedom ν > 1 of the standard deviation.
 * @returns factor in (0, 1); near 1 − 3/(4ν − 1).
 * @remarks Missing data: none.
 * @throws DomainError of `logGamma` for ν ≤ 1.
 * @see Hedges, L. V. (1981). https://doi.org/10.3102/10769986006002107, eq. 6e. Reference values: effectsize 0.8.3.
 */
export function hedgesCorrection(degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  return Math.exp(logGamma(half) - logGamma(half - 0.5)) / Math.sqrt(half);
}
