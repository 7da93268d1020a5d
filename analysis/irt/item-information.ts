import type { TraitItem } from '../numeric/modal-trait.ts';

/**
 * Fisher information of an item about the latent trait, with its category probabilities.
 *
 * I(θ) = Σ_c P_c (∂ log P_c/∂θ)².
 *
 * @param item a model with parameters.
 * @param theta where.
 * @returns information ≥ 0 and K probabilities.
 * @remarks Missing data: none possible.
 * @throws never.
 * @see Samejima, F. (1969). Psychometrika Monograph 17. https://doi.org/10.1007/BF03372160. Reference values: mirt
 *   1.38.1 `iteminfo`, `probtrace`.
 */
export function itemInformation(
  { model, parameters, categories }: TraitItem,
  theta: number,
): { readonly information: number; readonly probabilities: Float64Array } {
  const out = new Float64Array(3 * categories);
  model.trait(parameters, categories, theta, out);
  const probabilities = Float64Array.from({ length: categories }, (_, c) => out[3 * c] ?? 0);
  const information = probabilities.reduce((sum, p, c) => sum + p * (out[3 * c + 1] ?? 0) ** 2, 0);
  return { information, probabilities };
}
