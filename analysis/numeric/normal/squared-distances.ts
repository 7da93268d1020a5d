import type { Pattern } from './pattern.ts';

/**
 * Squared Mahalanobis distances of complete respondents from their mean.
 *
 * d² = (x − x̄)′ W (x − x̄).
 *
 * @param pattern respondents who answered everything.
 * @param w p × p, row-major, symmetric.
 * @returns one per respondent, ≥ 0 when W is positive definite.
 * @remarks Missing data: complete data only.
 * @throws never.
 * @see Mahalanobis, P. C. (1936). On the generalised distance in statistics. Reference values: R 4.2.2
 *   `mahalanobis`.
 */
export function squaredDistances({ n, mean, rows }: Pattern, w: Float64Array): Float64Array {
  const p = mean.length;
  const distances = new Float64Array(n);
  const deviation = new Float64Array(p);
  for (let r = 0; r < n; r += 1) {
    let sum = 0;
    for (let i = 0; i < p; i += 1) {
      const d = rows[r * p + i]! - mean[i]!;
      deviation[i] = d;
      let inner = 0.5 * w[i * p + i]! * d;
      for (let j = 0; j < i; j += 1) inner += w[i * p + j]! * deviation[j]!;
      sum += 2 * inner * d;
    }
    distances[r] = sum;
  }
  return distances;
}
