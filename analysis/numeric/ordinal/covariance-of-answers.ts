import { bivariateNormalProbability } from '../bivariate-normal-probability.ts';
import { normalProbability } from '../normal-probability.ts';

/**
 * The covariance of two ordered items, scored 1, 2, 3 …, whose normal responses correlate ρ.
 *
 * cov = Σ_c Σ_d [Φ₂(τ_c, κ_d; ρ) − Φ(τ_c) Φ(κ_d)].
 *
 * @param row, column thresholds of the items.
 * @param rho correlation of the responses in [−1, 1]; 1 with equal thresholds gives the variance.
 * @returns the covariance.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Green, S. B., Yang, Y. (2009). Psychometrika 74, 155–167, equation 21.
 *   https://doi.org/10.1007/s11336-008-9099-3. Checked through semTools 0.5-6.
 */
export function covarianceOfAnswers(row: Float64Array, column: Float64Array, rho: number): number {
  const below = column.map(normalProbability);
  let sum = 0;
  for (let c = 0; c < row.length; c += 1) {
    const atRow = normalProbability(row[c]!);
    for (let d = 0; d < column.length; d += 1) {
      sum += bivariateNormalProbability(row[c]!, column[d]!, rho) - atRow * below[d]!;
    }
  }
  return sum;
}
