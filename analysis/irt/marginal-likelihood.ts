import { addItemGradient } from '../numeric/add-item-gradient.ts';
import { expectedCounts } from '../numeric/expected-counts.ts';
import type { ItemDerivatives } from '../numeric/item-derivatives.ts';
import { latentDensity, type DensityAtNodes } from './latent-density.ts';
import {
  densitySize,
  parameterLayout,
  type MarginalGroup,
  type MarginalModel,
  type ParameterLayout,
} from './marginal-model.ts';

/** A model at given parameters. */
export interface ModelAtNodes {
  readonly blocks: readonly ItemDerivatives[];
  readonly densities: readonly DensityAtNodes[];
  /** Per group: all categories × Q. */
  readonly probabilities: readonly Float64Array[];
}

export interface MarginalLikelihood {
  readonly logLik: number;
  readonly gradient: Float64Array;
  /** Per block, then per group's density: expected information of the complete data, m × m. */
  readonly information: readonly Float64Array[];
  readonly at: ModelAtNodes;
  /** Per group: expected answers, all categories × Q. */
  readonly expected: readonly Float64Array[];
}

function groupProbabilities(
  { blocks, offsets }: MarginalGroup,
  derivatives: readonly ItemDerivatives[],
  points: number,
): Float64Array {
  const all = new Float64Array((offsets.at(-1) ?? 0) * points);
  blocks.forEach((block, item) => {
    const probability = derivatives[block]?.probability ?? new Float64Array();
    all.set(probability, (offsets[item] ?? 0) * points);
  });
  return all;
}

/** The model at the quadrature points; undefined where the parameters are outside their domain. */
export function modelAtNodes(
  model: MarginalModel,
  layout: ParameterLayout,
  parameters: Float64Array,
  withCurvature: boolean,
): ModelAtNodes | undefined {
  const blocks = model.blocks.map((block, i) => {
    const start = layout.blocks[i] ?? 0;
    const own = parameters.subarray(start, start + block.model.size(block.categories));
    return block.model.derivatives(own, block.categories, model.nodes, withCurvature);
  });
  const known = blocks.filter((block) => block !== undefined);
  if (known.length < blocks.length) return undefined;
  const densities = model.groups.map(({ density }, g) => {
    const start = layout.densities[g] ?? 0;
    return latentDensity(
      density,
      parameters.subarray(start, start + densitySize(density)),
      model.nodes,
    );
  });
  const probabilities = model.groups.map((group) =>
    groupProbabilities(group, known, model.nodes.length),
  );
  return { blocks: known, densities, probabilities };
}

/** Gradient Σ_q N_q ∂ log w_q of a group's density and N times its information. */
function densityGradient(density: DensityAtNodes, nodes: Float64Array, gradient: Float64Array) {
  const m = gradient.length;
  let n = 0;
  nodes.forEach((count, q) => {
    n += count;
    for (let s = 0; s < m; s += 1) {
      gradient[s] = (gradient[s] ?? 0) + count * (density.score[q * m + s] ?? 0);
    }
  });
  return density.information.map((value) => n * value);
}

/**
 * The marginal log-likelihood of an item response model with its gradient.
 *
 * ℓ = Σ_g Σ_p n_gp log Σ_q w_gq Π_i P_i(x_pi | θ_q). Its gradient is that of the expected complete-data
 * log-likelihood at the same parameters (Fisher's identity), so one E step gives both.
 *
 * @param model blocks, groups and quadrature points.
 * @param parameters as `parameterLayout` orders them.
 * @returns undefined outside the parameters' domain.
 * @remarks Missing data: missing answers are left out of the product.
 * @throws never.
 * @see Bock, R. D., Aitkin, M. (1981). https://doi.org/10.1007/BF02293801; Louis, T. A. (1982).
 *   https://doi.org/10.1111/j.2517-6161.1982.tb01203.x.
 */
export function marginalLikelihood(
  model: MarginalModel,
  parameters: Float64Array,
): MarginalLikelihood | undefined {
  const layout = parameterLayout(model);
  const at = modelAtNodes(model, layout, parameters, false);
  if (!at) return undefined;
  const points = model.nodes.length;
  const gradient = new Float64Array(layout.size);
  const sizes = model.blocks.map(({ model: item, categories }) => item.size(categories));
  const information = sizes.map((m) => new Float64Array(m * m));
  const densities: Float64Array[] = [];
  const expected: Float64Array[] = [];
  let logLik = 0;
  model.groups.forEach((group, g) => {
    const [probability, density] = [at.probabilities[g], at.densities[g]];
    if (!probability || !density) return;
    const counts = {
      categories: new Float64Array(probability.length),
      nodes: new Float64Array(points),
    };
    logLik += expectedCounts(group.run, probability, density.weights, counts);
    expected.push(counts.categories);
    group.blocks.forEach((block, item) => {
      const [start = 0, m = 0, own] = [layout.blocks[block], sizes[block], at.blocks[block]];
      const [from = 0, to = 0] = [group.offsets[item], group.offsets[item + 1]];
      const part = counts.categories.subarray(from * points, to * points);
      const table = information[block];
      if (own && table)
        addItemGradient(own, part, points, gradient.subarray(start, start + m), table);
    });
    const start = layout.densities[g] ?? 0;
    const own = gradient.subarray(start, start + densitySize(group.density));
    densities.push(densityGradient(density, counts.nodes, own));
  });
  return { logLik, gradient, information: [...information, ...densities], at, expected };
}
