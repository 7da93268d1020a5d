import type { NotEstimable } from '../estimate.ts';
import type { ItemModel } from '../numeric/item-derivatives.ts';
import { fitMarginalModel, type Controls } from './fit-marginal-model.ts';
import type { ItemResponseFit } from './item-response-fit.ts';
import {
  densitySize,
  parameterLayout,
  type LatentDensity,
  type MarginalModel,
} from './marginal-model.ts';
import type { ResponsePatterns } from './response-patterns.ts';
import { startingValues, type ItemStart } from './starting-values.ts';

/** Which model, where to start, and on which points. */
export interface ItemResponseSpecification {
  readonly model: ItemModel;
  readonly density: LatentDensity;
  readonly nodes: Float64Array;
  readonly start: (item: ItemStart) => Iterable<number>;
}

/** Why answers do not determine the model, if they do not. */
function refusal({ scores, counts }: ResponsePatterns): NotEstimable | undefined {
  if (scores.length < 2) return { ok: false, reason: 'too-few-items' };
  if (counts.length < 2) return { ok: false, reason: 'too-few-respondents' };
  if (scores.some((list) => list.length < 2)) return { ok: false, reason: 'zero-variance' };
  return undefined;
}

/**
 * A one-dimensional item response model of one group, by marginal maximum likelihood.
 *
 * One block of parameters an item; θ normal with mean 0.
 *
 * @param responses distinct patterns.
 * @param specification the items' model, the latent variance, the quadrature points, starting values.
 * @param controls progress.
 * @returns the fitted model.
 * @remarks Missing data: missing answers are left out of the likelihood. Fewer than two items: 'too-few-items'; fewer
 *   than two distinct patterns: 'too-few-respondents'; an item with one category: 'zero-variance'; an infinite
 *   estimate: 'no-convergence'.
 * @throws never.
 * @see Bock, R. D., Aitkin, M. (1981). https://doi.org/10.1007/BF02293801. Reference values: mirt 1.38.1.
 */
export function fitItemResponseModel(
  responses: ResponsePatterns,
  specification: ItemResponseSpecification,
  controls: Controls = {},
): (ItemResponseFit & { readonly ok: true }) | NotEstimable {
  const refused = refusal(responses);
  if (refused) return refused;
  const { model: item, density, nodes } = specification;
  const { patterns, counts, offsets, names, scores } = responses;
  const model: MarginalModel = {
    nodes,
    blocks: scores.map((list) => ({ model: item, categories: list.length })),
    groups: [
      {
        run: { patterns, items: names.length, counts },
        offsets,
        blocks: [...names.keys()],
        density,
      },
    ],
  };
  const latent = Array.from({ length: densitySize(density) }, () => 0);
  const values = startingValues(responses).flatMap((start) => [...specification.start(start)]);
  const fit = fitMarginalModel(model, Float64Array.from([...values, ...latent]), controls);
  if (!fit.ok) return fit;
  const [own] = fit.at.densities;
  const [probability] = fit.at.probabilities;
  if (!own || !probability) return { ok: false, reason: 'no-convergence' };
  const layout = parameterLayout(model);
  const { parameters, at, logLik, iterations } = fit;
  const items = model.blocks.map(({ categories }, i) => {
    const start = layout.blocks[i] ?? 0;
    return {
      model: item,
      categories,
      parameters: parameters.slice(start, start + item.size(categories)),
    };
  });
  const { weights, variance } = own;
  return {
    ok: true,
    responses,
    model,
    parameters,
    items,
    at,
    weights,
    probability,
    variance,
    logLik,
    iterations,
  };
}
