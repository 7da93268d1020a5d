import type { Matrix } from 'ml-matrix';
import { median } from '../numeric/median.ts';

export interface InterItemCorrelations {
  readonly mean: number;
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
  /** k r̄ / (1 − r̄): variance of the sum of k such items that is common, to what is not. */
  readonly signalToNoise: number;
}

/**
 * How the items of a scale correlate on average.
 *
 * r̄ = 2/(k(k − 1)) Σ_{i<j} r_ij; signal to noise k r̄/(1 − r̄), of which standardised alpha is S/(1 + S).
 *
 * @param correlation k × k.
 * @returns mean, median and extremes in [−1, 1], signal to noise in (−∞, ∞]; undefined for fewer than two items
 *   or where a correlation is NaN.
 * @remarks Missing data: as in the matrix given.
 * @throws never.
 * @see Briggs, S. R., Cheek, J. M. (1986). The role of factor analysis in the development and evaluation of
 *   personality scales. J Pers 54, 106–148. https://doi.org/10.1111/j.1467-6494.1986.tb00391.x; Cronbach, L. J.,
 *   Gleser, G. C. (1964). The signal/noise ratio. Educ Psychol Meas 24, 467–480. Reference values: psych 2.2.9
 *   `alpha`.
 */
export function summariseInterItemCorrelations(
  correlation: Matrix,
): InterItemCorrelations | undefined {
  const k = correlation.rows;
  const pairs: number[] = [];
  for (let i = 1; i < k; i += 1) {
    for (let j = 0; j < i; j += 1) pairs.push(correlation.get(i, j));
  }
  if (pairs.length === 0 || pairs.some(Number.isNaN)) return undefined;
  const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
  return {
    mean,
    median: median(Float64Array.from(pairs)),
    minimum: Math.min(...pairs),
    maximum: Math.max(...pairs),
    signalToNoise: (k * mean) / (1 - mean),
  };
}
