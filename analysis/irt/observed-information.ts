import {
  addPatternInformation,
  type ScoredItem,
  type ScoredPatterns,
} from '../numeric/add-pattern-information.ts';
import { posteriorWeights } from '../numeric/posterior-weights.ts';
import { modelAtNodes } from './marginal-likelihood.ts';
import { densitySize, parameterLayout, type MarginalModel } from './marginal-model.ts';

/** Patterns at a time, so that their posterior distributions stay small. */
const CHUNK = 8192;

/**
 * The observed information of a one-group marginal likelihood: minus its second derivatives, exactly.
 *
 * I = −∂² Σ_p n_p log L_p, by Louis' identity.
 *
 * @param model one group.
 * @param parameters the estimates.
 * @returns size × size, row-major, symmetric; undefined outside the parameters' domain.
 * @remarks Missing data: a missing answer has no score.
 * @throws never.
 * @see Louis, T. A. (1982). https://doi.org/10.1111/j.2517-6161.1982.tb01203.x; Chalmers, R. P. (2018).
 *   https://doi.org/10.1111/bmsp.12127 (comparison with Oakes). Reference values: mirt 1.38.1.
 */
export function observedInformation(
  model: MarginalModel,
  parameters: Float64Array,
): Float64Array | undefined {
  const layout = parameterLayout(model);
  const at = modelAtNodes(model, layout, parameters, true);
  const [group] = model.groups;
  const [density] = at?.densities ?? [];
  const [probability] = at?.probabilities ?? [];
  if (!at || !group || !density || !probability) return undefined;
  const places = group.offsets.at(-1) ?? 0;
  const items: ScoredItem[] = group.blocks.flatMap((block, item) => {
    const [derivatives, own] = [at.blocks[block], model.blocks[block]];
    if (!derivatives || !own) return [];
    const { categories } = own;
    const size = own.model.size(categories);
    const [offset = 0, start = 0] = [group.offsets[item], layout.blocks[block]];
    return [{ derivatives, offset, categories, start, size }];
  });
  // The latent density is one more item with one category that everybody has.
  const { weights, score, curvature } = density;
  const latent = { probability: weights, score, curvature };
  const place = { offset: places, categories: 1, start: layout.densities[0] ?? 0 };
  items.push({ derivatives: latent, ...place, size: densitySize(group.density) });
  const information = new Float64Array(layout.size * layout.size);
  const { run } = group;
  for (let from = 0; from < run.counts.length; from += CHUNK) {
    const to = Math.min(from + CHUNK, run.counts.length);
    const patterns = new Int32Array((to - from) * items.length).fill(places);
    for (let p = from; p < to; p += 1) {
      const row = run.patterns.subarray(p * run.items, (p + 1) * run.items);
      patterns.set(row, (p - from) * items.length);
    }
    const posterior = posteriorWeights(run, probability, weights, from, to);
    const counts = run.counts.subarray(from, to);
    const scored: ScoredPatterns = { patterns, counts, posterior, points: model.nodes.length };
    addPatternInformation(scored, items, places + 1, information);
  }
  for (let s = 0; s < layout.size; s += 1) {
    for (let t = 0; t < s; t += 1) {
      information[t * layout.size + s] = information[s * layout.size + t] ?? 0;
    }
  }
  return information;
}
