import { multiply } from '../dense/multiply.ts';
import { transpose } from '../dense/transpose.ts';
import type { ModelMatrices } from './structure.ts';
import { totalEffects } from './total-effects.ts';

/**
 * The variances implied by a model, without the covariances of the items.
 *
 * cov(η) = A Ψ A′, var(y_i) = λ_i′ cov(η) λ_i + θ_ii.
 *
 * @param matrices the group's matrices.
 * @returns p variances of items, m variances of factors; undefined when I − B is singular.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, eq. 8.17.
 *   https://doi.org/10.1002/9781118619179. Reference values: lavaan 0.6-14 `fitted`.
 */
export function impliedVariances(
  matrices: ModelMatrices,
): { items: Float64Array; factors: Float64Array } | undefined {
  const { p, m, loadings, residuals, latent } = matrices;
  const total = totalEffects(matrices);
  if (!total) return undefined;
  const covariance = multiply(multiply(total, latent, m, m, m), transpose(total, m, m), m, m, m);
  const items = new Float64Array(p);
  const factors = new Float64Array(m);
  for (let f = 0; f < m; f += 1) factors[f] = covariance[f * (m + 1)]!;
  for (let i = 0; i < p; i += 1) {
    let sum = residuals[i * (p + 1)]!;
    for (let f = 0; f < m; f += 1) {
      const loading = loadings[i * m + f]!;
      if (loading === 0) continue;
      for (let g = 0; g < m; g += 1) sum += loading * covariance[f * m + g]! * loadings[i * m + g]!;
    }
    items[i] = sum;
  }
  return { items, factors };
}
