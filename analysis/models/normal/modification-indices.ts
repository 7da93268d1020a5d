import { choleskyFactor } from '../../numeric/cholesky-factor.ts';
import { forwardSubstitution } from '../../numeric/forward-substitution.ts';
import { directionsOf } from '../../numeric/structure/directions.ts';
import { matrixNames, type Elements } from '../../numeric/structure/structure.ts';
import { listCandidates, type Candidate } from '../table/list-candidates.ts';
import type { StructuralModel } from '../table/parameter.ts';
import type { NormalData } from './normal-data.ts';
import { normalDerivatives, type Information } from './normal-derivatives.ts';
import type { NormalState } from './normal-state.ts';

export interface ModificationIndex extends Pick<Candidate, 'lhs' | 'op' | 'rhs' | 'group'> {
  /** Expected fall of χ² when the parameter is freed, on one degree of freedom. */
  readonly index: number;
  /** Expected value of the parameter then. */
  readonly expectedChange: number;
}

const empty: Elements = {
  count: 0,
  matrix: new Uint8Array(),
  row: new Int32Array(),
  column: new Int32Array(),
  parameter: new Int32Array(),
};

function extended(elements: Elements, candidates: readonly Candidate[], first: number): Elements {
  return {
    count: elements.count + candidates.length,
    matrix: Uint8Array.from([
      ...elements.matrix,
      ...candidates.map(({ matrix }) => matrixNames.indexOf(matrix)),
    ]),
    row: Int32Array.from([...elements.row, ...candidates.map(({ row }) => row)]),
    column: Int32Array.from([...elements.column, ...candidates.map(({ column }) => column)]),
    parameter: Int32Array.from([...elements.parameter, ...candidates.map((_, c) => first + c)]),
  };
}

/**
 * Modification indices and expected parameter changes of the loadings and covariances a model leaves out.
 *
 * MI = N g_c² / v, EPC = −g_c / v, v = I_cc − I_cf I_ff⁻¹ I_fc; g the gradient of f, I the information per
 * respondent.
 *
 * @param model, state at θ̂.
 * @param data the same data.
 * @param information which information; that of the standard errors.
 * @returns one per candidate, largest first; those the data cannot tell apart from free parameters are left
 *   out.
 * @remarks Missing data: by patterns.
 * @throws never.
 * @see Sörbom, D. (1989). Model modification. https://doi.org/10.1007/BF02294623; Saris, W. E., Satorra, A.,
 *   Sörbom, D. (1987). https://doi.org/10.2307/271030. Reference values: lavaan 0.6-14 `modindices`.
 */
export function modificationIndices(
  model: StructuralModel,
  state: NormalState,
  data: NormalData,
  information: Information,
): ModificationIndex[] {
  const candidates = listCandidates(model);
  const free = model.freeCount;
  const width = free + candidates.length;
  const elements: Elements[] = [];
  const groups = state.groups.map((group, index) => {
    const own = candidates.filter((candidate) => candidate.group === index);
    const [first] = own;
    const at = free + (first ? candidates.indexOf(first) : 0);
    const all = extended(model.groups[index]?.elements ?? empty, own, at);
    elements.push(all);
    return { ...group, directions: directionsOf(group.matrices, all) ?? group.directions };
  });
  const full = model.groups.map((group) => group.elements.count);
  const { gradient, curvature } = normalDerivatives(
    { ...state, groups },
    ...([data, elements, width, information, full] as const),
  );
  const inner = new Float64Array(free * free);
  const cross = new Float64Array(candidates.length * free);
  for (let i = 0; i < free; i += 1)
    inner.set(curvature.subarray(i * width, i * width + free), i * free);
  candidates.forEach((_, c) => {
    cross.set(curvature.subarray((free + c) * width, (free + c) * width + free), c * free);
  });
  const factor = choleskyFactor(inner, free, 1e-10);
  if (!factor) return [];
  const indices = candidates.flatMap(({ lhs, op, rhs, group }, c): ModificationIndex[] => {
    const own = curvature[(free + c) * (width + 1)] ?? 0;
    const image = forwardSubstitution(factor, cross.subarray(c * free, (c + 1) * free));
    const v = own - image.reduce((sum, value) => sum + value * value, 0);
    if (!(v > 1e-8 * own)) return [];
    const g = gradient[free + c] ?? 0;
    return [{ lhs, op, rhs, group, index: (data.n * g * g) / v, expectedChange: -g / v }];
  });
  return indices.sort((a, b) => b.index - a.index);
}
