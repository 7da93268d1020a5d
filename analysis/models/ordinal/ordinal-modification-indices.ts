import { multiply } from '../../numeric/dense/multiply.ts';
import { addTransposed, addWeightedSquares } from '../../numeric/ordinal/sparse-rows.ts';
import { directionsOf } from '../../numeric/structure/directions.ts';
import { matrixNames, type Elements } from '../../numeric/structure/structure.ts';
import { listCandidates, type Candidate } from '../table/list-candidates.ts';
import type { OrdinalEstimate } from './estimate-ordinal.ts';
import { sharedWeights, statisticsJacobians } from './fit-ordinal.ts';

export interface OrdinalModificationIndex extends Pick<Candidate, 'lhs' | 'op' | 'rhs' | 'group'> {
  /** Expected fall of the unscaled χ² when the parameter is freed. */
  readonly index: number;
  /** Expected value of the parameter then. */
  readonly expectedChange: number;
}

function extended(
  elements: Elements,
  candidates: readonly (Candidate & { at: number })[],
): Elements {
  return {
    count: elements.count + candidates.length,
    matrix: Uint8Array.from([
      ...elements.matrix,
      ...candidates.map(({ matrix }) => matrixNames.indexOf(matrix)),
    ]),
    row: Int32Array.from([...elements.row, ...candidates.map(({ row }) => row)]),
    column: Int32Array.from([...elements.column, ...candidates.map(({ column }) => column)]),
    parameter: Int32Array.from([...elements.parameter, ...candidates.map(({ at }) => at)]),
  };
}

/**
 * Modification indices and expected changes of the loadings and covariances a model of ordered items leaves
 * out.
 *
 * MI = (N − G) g_c² / v, EPC = g_c / v, g = Δ_c′We, v = I_cc − I_cf I_ff⁻¹ I_fc with I = Δ′WΔ.
 *
 * @param estimate of the model.
 * @returns one per candidate, largest first; those the data cannot tell apart from free parameters are left
 *   out.
 * @remarks Missing data: not applicable. They refer to the unscaled χ²: compare them with each other.
 * @throws never.
 * @see Sörbom, D. (1989). Model modification. https://doi.org/10.1007/BF02294623. Reference values: lavaan
 *   0.6-14 `modindices`, whose EPC is (N − 1)/N of this one.
 */
export function ordinalModificationIndices(estimate: OrdinalEstimate): OrdinalModificationIndex[] {
  const { model, state, data, inverse, parameterization } = estimate;
  const free = model.freeCount;
  const candidates = listCandidates(model).map((candidate, index) => {
    return { ...candidate, at: free + index };
  });
  const width = free + candidates.length;
  const groups = model.groups.map(({ template, elements }, group) => ({
    template,
    elements: extended(
      elements,
      candidates.filter((candidate) => candidate.group === group),
    ),
  }));
  const wider = {
    ...state,
    groups: state.groups.map((group, index) => {
      const elements = groups[index]?.elements;
      const directions = elements && directionsOf(group.matrices, elements);
      return { ...group, directions: directions ?? group.directions };
    }),
  };
  const jacobians = statisticsJacobians({ groups }, wider, data, { width, parameterization });
  const information = new Float64Array(width * width);
  const gradient = new Float64Array(width);
  jacobians.forEach((jacobian, index) => {
    const weights = sharedWeights(data, index);
    addWeightedSquares(information, jacobian, weights);
    const residuals = state.groups[index]?.residuals ?? new Float64Array();
    addTransposed(
      gradient,
      jacobian,
      residuals.map((e, s) => e * (weights[s] ?? 0)),
    );
  });
  const cross = new Float64Array(candidates.length * free);
  candidates.forEach(({ at }, c) => {
    cross.set(information.subarray(at * width, at * width + free), c * free);
  });
  const image = multiply(cross, inverse, candidates.length, free, free);
  const n = data.n - data.groups.length;
  const indices = candidates.flatMap(
    ({ lhs, op, rhs, group, at }, c): OrdinalModificationIndex[] => {
      const own = information[at * (width + 1)] ?? 0;
      let v = own;
      for (let i = 0; i < free; i += 1)
        v -= (image[c * free + i] ?? 0) * (cross[c * free + i] ?? 0);
      if (!(v > 1e-8 * own)) return [];
      const g = gradient[at] ?? 0;
      return [{ lhs, op, rhs, group, index: (n * g * g) / v, expectedChange: g / v }];
    },
  );
  return indices.sort((a, b) => b.index - a.index);
}
