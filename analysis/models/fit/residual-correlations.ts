import type { Moments } from '../../numeric/structure/implied-moments.ts';

/**
 * Observed less implied correlations.
 *
 * s_ij/√(s_ii s_jj) − σ_ij/√(σ_ii σ_jj).
 *
 * @param sample, implied moments of p items.
 * @returns p × p, row-major, zero diagonal; beyond ±.10 worth a look.
 * @remarks Missing data: sample moments by EM.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, p. 257.
 *   https://doi.org/10.1002/9781118619179. Reference values: lavaan 0.6-14 `residuals(type = "cor")`.
 */
export function residualCorrelations(sample: Moments, implied: Moments): Float64Array {
  const p = sample.mean.length;
  const correlation = ({ covariance }: Moments, i: number, j: number) =>
    (covariance[i * p + j] ?? NaN) /
    Math.sqrt((covariance[i * (p + 1)] ?? NaN) * (covariance[j * (p + 1)] ?? NaN));
  return Float64Array.from({ length: p * p }, (_, cell) => {
    const [i, j] = [Math.floor(cell / p), cell % p];
    return i === j ? 0 : correlation(sample, i, j) - correlation(implied, i, j);
  });
}
