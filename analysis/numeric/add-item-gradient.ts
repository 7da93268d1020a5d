import type { ItemDerivatives } from './item-derivatives.ts';

/**
 * Adds an item's part of the gradient of the marginal log-likelihood, and of the expected information of the
 * complete data.
 *
 * g = Σ_c Σ_q r_cq ∂ log P_cq; I = Σ_q N_q Σ_c P_cq ∂ log P_cq (∂ log P_cq)ᵀ, N_q = Σ_c r_cq.
 *
 * @param derivatives of the item at Q points, K categories, m parameters.
 * @param expected r, K × Q.
 * @param points Q.
 * @param gradient m, to be added to.
 * @param information m × m, to be added to.
 * @remarks Missing data: not in r.
 * @throws never.
 * @see Louis, T. A. (1982). J R Statist Soc B 44, 226–233. https://doi.org/10.1111/j.2517-6161.1982.tb01203.x.
 */
export function addItemGradient(
  { probability, score }: ItemDerivatives,
  expected: Float64Array,
  points: number,
  gradient: Float64Array,
  information: Float64Array,
): void {
  const m = gradient.length;
  const totals = new Float64Array(points);
  for (let cell = 0; cell < expected.length; cell += 1) totals[cell % points]! += expected[cell]!;
  for (let cell = 0; cell < expected.length; cell += 1) {
    const r = expected[cell]!;
    const weight = totals[cell % points]! * probability[cell]!;
    const at = cell * m;
    for (let s = 0; s < m; s += 1) {
      const value = score[at + s]!;
      if (value === 0) continue;
      gradient[s]! += r * value;
      const scaled = weight * value;
      for (let t = 0; t <= s; t += 1) information[s * m + t]! += scaled * score[at + t]!;
    }
  }
  for (let s = 0; s < m; s += 1) {
    for (let t = 0; t < s; t += 1) information[t * m + s] = information[s * m + t]!;
  }
}
