import type { ItemModel } from './item-derivatives.ts';

export interface TraitItem {
  readonly model: ItemModel;
  readonly parameters: Float64Array;
  readonly categories: number;
}

/**
 * The mode of the posterior distribution of the latent trait given one response pattern, by Newton's method.
 *
 * θ̂ = arg max Σ_i log P_i(x_i | θ) − θ²/(2σ²); standard error (−∂²)^−½ there.
 *
 * @param items models with parameters.
 * @param answers k category numbers from 0, −1 missing.
 * @param variance σ² of the prior, mean 0.
 * @param start where to begin, e.g. the posterior mean.
 * @returns mode and standard error.
 * @remarks Missing data: missing answers are left out; none answered: 0 and σ. The log posterior of these models is
 *   concave, so the mode is the only one; steps are bounded by 1.
 * @throws never.
 * @see Bock, R. D., Mislevy, R. J. (1982). https://doi.org/10.1177/014662168200600405. Reference values: mirt 1.38.1
 *   `fscores(method = 'MAP')`.
 */
export function modalTrait(
  items: readonly TraitItem[],
  answers: Int32Array,
  variance: number,
  start: number,
): { readonly value: number; readonly standardError: number } {
  const out = new Float64Array(3 * Math.max(...items.map((item) => item.categories), 1));
  let theta = start;
  let information = 1 / variance;
  for (let iteration = 0; iteration < 100; iteration += 1) {
    let slope = -theta / variance;
    information = 1 / variance;
    for (let i = 0; i < items.length; i += 1) {
      const answer = answers[i]!;
      if (answer < 0) continue;
      const { model, parameters, categories } = items[i]!;
      model.trait(parameters, categories, theta, out);
      slope += out[3 * answer + 1]!;
      information -= out[3 * answer + 2]!;
    }
    const step = slope / information;
    theta += Math.max(-1, Math.min(1, step));
    if (Math.abs(step) < 1e-10) break;
  }
  return { value: theta, standardError: 1 / Math.sqrt(information) };
}
