import { itemInformation } from './item-information.ts';
import type { ItemResponseFit } from './item-response-fit.ts';
import { rectangularQuadrature } from './quadrature.ts';

/**
 * Marginal reliability of the latent trait, from the test information over the population.
 *
 * ∫ I(θ)/(I(θ) + 1) φ(θ) dθ for a trait of variance 1.
 *
 * @param fit a fitted model with latent variance 1.
 * @returns [0, 1); higher is more reliable.
 * @remarks Missing data: that of complete answers.
 * @throws never.
 * @see Green, B. F. et al. (1984). J Educ Meas 21, 347–360. https://doi.org/10.1111/j.1745-3984.1984.tb01039.x.
 *   Reference values: mirt 1.38.1 `marginal_rxx`.
 */
export function marginalReliability({ items }: Pick<ItemResponseFit, 'items'>): number {
  const { nodes, weights } = rectangularQuadrature(401, -8, 8);
  return nodes.reduce((sum, theta, q) => {
    const information = items.reduce(
      (total, item) => total + itemInformation(item, theta).information,
      0,
    );
    return sum + ((weights[q] ?? 0) * information) / (information + 1);
  }, 0);
}
