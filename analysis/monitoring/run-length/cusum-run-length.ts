import { DomainError } from '../../errors.ts';
import { cusumIntegralEquation } from '../../numeric/run-length/cusum-integral-equation.ts';

export interface CusumDesign {
  /** k, half the shift to be found, in standard deviations. */
  readonly reference: number;
  /** h, in standard deviations. */
  readonly limit: number;
  readonly sides: 'one' | 'two';
}

/**
 * How many points a CUSUM chart runs on average until it signals.
 *
 * One-sided by Page's integral equation; two-sided 1/L = 1/L⁺ + 1/L⁻.
 *
 * @param design reference value k, limit h, sides.
 * @param shift true mean in standard deviations; 0: false alarms.
 * @returns average run length from zero, ≥ 1 point; ∞ beyond about 10¹².
 * @remarks Missing data: none. Independent normal points are assumed: autocorrelation shortens runs.
 * @throws DomainError 'chart-design' for k < 0 or h ≤ 0.
 * @see Vance, L. C. (1986). https://doi.org/10.1080/00224065.1986.11979011; Kemp, K. W. (1961). J R Statist Soc B
 *   23, 149–153 (two-sided). Reference values: spc, R 4.2.2.
 */
export function cusumRunLength({ reference: k, limit: h, sides }: CusumDesign, shift = 0): number {
  if (!(k >= 0 && h > 0 && h < 1000)) throw new DomainError('chart-design', { k, h });
  const upper = cusumIntegralEquation(k, h, shift);
  if (sides === 'one') return upper;
  return 1 / (1 / upper + 1 / cusumIntegralEquation(k, h, -shift));
}
