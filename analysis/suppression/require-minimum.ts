import { DomainError } from '../errors.ts';

/**
 * Refuses a minimum cell size that would protect nobody.
 *
 * k must be an integer ≥ 2: with k = 1 every cell passes.
 *
 * @param k minimum cell size.
 * @returns nothing.
 * @remarks Missing data: none; NaN and fractions are refused.
 * @throws DomainError 'minimum-cell-size'.
 * @see Hundepool, A. et al. (2012). Statistical Disclosure Control. Wiley.
 *   https://doi.org/10.1002/9781118348239, section 4.2 (threshold rule). No reference program.
 */
export function requireMinimum(k: number): void {
  if (!Number.isInteger(k) || k < 2) throw new DomainError('minimum-cell-size', { k });
}
