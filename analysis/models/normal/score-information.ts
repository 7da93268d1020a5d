import { addScoreProducts } from '../../numeric/normal/add-score-products.ts';
import type { StructuralModel } from '../table/parameter.ts';
import type { NormalData } from './normal-data.ts';
import type { NormalState } from './normal-state.ts';

/**
 * The first-order information per respondent of a structural model.
 *
 * B = (1/N) Σ_i s_i s_i′, s_i the derivative of respondent i's log likelihood.
 *
 * @param model, state where its moments turn: the model at θ̂.
 * @param data the same data.
 * @returns freeCount × freeCount, row-major.
 * @remarks Missing data: by patterns. Means not modelled: sample means of each pattern.
 * @throws never.
 * @see White, H. (1982). https://doi.org/10.2307/1912526; Yuan, K.-H., Bentler, P. M. (2000).
 *   https://doi.org/10.1111/0081-1750.00078. Reference values: lavaan 0.6-14.
 */
export function scoreInformation(
  model: StructuralModel,
  state: NormalState,
  data: NormalData,
): Float64Array {
  const width = model.freeCount;
  const products = new Float64Array(width * width);
  for (const [index, { elements }] of model.groups.entries()) {
    const own = state.groups[index];
    const patterns = data.groups[index]?.patterns ?? [];
    if (!own) continue;
    for (const [a, pattern] of patterns.entries()) {
      const w = own.weights[a]?.w;
      if (!w) continue;
      const mean = model.hasMeans ? own.moments.mean : pattern.mean;
      addScoreProducts(products, width, pattern, { w, mean }, own.directions, elements);
    }
  }
  return products.map((value) => value / data.n);
}
