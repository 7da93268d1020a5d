import { addScaled } from '../../numeric/dense/add-scaled.ts';
import { patternProducts } from '../../numeric/normal/pattern-products.ts';
import { addExpectedInformation } from '../../numeric/structure/add-expected-information.ts';
import { addGradient } from '../../numeric/structure/add-gradient.ts';
import { addMomentCurvature } from '../../numeric/structure/add-moment-curvature.ts';
import { addObservedInformation } from '../../numeric/structure/add-observed-information.ts';
import { projectSymmetric } from '../../numeric/structure/project-symmetric.ts';
import { projectVector } from '../../numeric/structure/project-vector.ts';
import type { Elements } from '../../numeric/structure/structure.ts';
import type { NormalData } from './normal-data.ts';
import type { NormalState } from './normal-state.ts';

export type Information = 'expected' | 'observed';

export interface NormalDerivatives {
  /** ∂f/∂θ */
  readonly gradient: Float64Array;
  /** Information per respondent, width × width, row-major. */
  readonly curvature: Float64Array;
}

/**
 * Gradient and information of the normal log likelihood per respondent.
 *
 * Gradient by Σ n_a (W_a − P_a) and Σ n_a W_a d_a; information expected given the patterns, or observed
 * (the Hessian of f).
 *
 * @param state of model and data at θ.
 * @param data the same data.
 * @param elements which cells of each group's matrices depend on which parameter.
 * @param width number of parameters.
 * @param information which.
 * @param full elements from this index on are candidates, see `addExpectedInformation`; one per group.
 * @returns gradient and curvature of f.
 * @remarks Missing data: by patterns.
 * @throws never.
 * @see Neudecker, H., Satorra, A. (1991). https://doi.org/10.1016/0167-7152(91)90178-T; Savalei, V. (2010).
 *   https://doi.org/10.1037/a0020143. Reference values: lavaan 0.6-14 `lavInspect(fit, "information")`.
 */
export function normalDerivatives(
  state: NormalState,
  data: NormalData,
  elements: readonly Elements[],
  width: number,
  information: Information,
  full: readonly (number | undefined)[] = [],
): NormalDerivatives {
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  for (const [index, { directions, weights }] of state.groups.entries()) {
    const group = elements[index];
    const patterns = data.groups[index]?.patterns ?? [];
    if (!group) continue;
    const { p } = directions;
    const totalQ = new Float64Array(p * p);
    const totalB = new Float64Array(p);
    const last = full[index] ?? group.count;
    for (const [a, weight] of weights.entries()) {
      const pattern = patterns[a];
      if (!pattern) continue;
      const { w } = weight;
      const share = pattern.n / data.n;
      const { b, product } = patternProducts(pattern, weight, p);
      addScaled(totalQ, w, share);
      addScaled(totalQ, product, -share);
      addScaled(totalB, b, share);
      const g = projectSymmetric(w, directions);
      if (information === 'expected') {
        addExpectedInformation(curvature, width, g, directions, group, share, last);
      } else {
        const h = projectSymmetric(product, directions);
        const t = projectVector(b, directions);
        addObservedInformation(curvature, width, { g, h, t }, directions, group, share, last);
      }
    }
    const total = {
      q: projectSymmetric(totalQ, directions),
      t: projectVector(totalB, directions),
    };
    addGradient(gradient, total, directions, group);
    if (information === 'observed') {
      addMomentCurvature(curvature, width, total, directions, group, last);
    }
  }
  return { gradient, curvature };
}
