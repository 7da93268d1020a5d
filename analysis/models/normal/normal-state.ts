import {
  invertPositiveDefinite,
  type PositiveDefiniteInverse,
} from '../../numeric/dense/invert-positive-definite.ts';
import { patternWeight, type PatternWeight } from '../../numeric/normal/pattern-weight.ts';
import { directionsOf, type Directions } from '../../numeric/structure/directions.ts';
import { fillMatrices } from '../../numeric/structure/fill-matrices.ts';
import { impliedMoments, type Moments } from '../../numeric/structure/implied-moments.ts';
import type { ModelMatrices } from '../../numeric/structure/structure.ts';
import type { StructuralModel } from '../table/parameter.ts';
import type { NormalData } from './normal-data.ts';

export interface GroupState {
  readonly matrices: ModelMatrices;
  readonly directions: Directions;
  readonly moments: Moments;
  /** Σ⁻¹ and log |Σ| */
  readonly full: PositiveDefiniteInverse;
  /** One for each pattern. */
  readonly weights: readonly PatternWeight[];
}

/** A model and data at given parameters. */
export interface NormalState {
  readonly groups: readonly GroupState[];
  /** ½ Σ (n_a/N) [log |Σ_aa| + tr(Σ_aa⁻¹ (S_a + d d′))], the negative log likelihood per respondent. */
  readonly value: number;
}

/**
 * Implied moments, weights and discrepancy of a structural model at given parameters.
 *
 * f(θ) = ½ Σ_g Σ_a (n_a/N) [log |Σ_aa| + tr(Σ_aa⁻¹ (S_a + d d′))]: −log L / N without its constant.
 *
 * @param model compiled, parameters θ, data per group.
 * @returns the state of each group and f; undefined where Σ is not positive definite.
 * @remarks Missing data: by patterns (full information).
 * @throws never.
 * @see Jöreskog, K. G. (1971). Simultaneous factor analysis in several populations, eq. 8.
 *   https://doi.org/10.1007/BF02291366. Reference values: lavaan 0.6-14 `logLik`.
 */
export function normalState(
  model: StructuralModel,
  parameters: Float64Array,
  data: NormalData,
): NormalState | undefined {
  const groups: GroupState[] = [];
  let value = 0;
  for (const [index, { template, elements }] of model.groups.entries()) {
    const matrices = fillMatrices(template, elements, parameters);
    const directions = directionsOf(matrices, elements);
    if (!directions) return undefined;
    const moments = impliedMoments(matrices, directions);
    const full = invertPositiveDefinite(moments.covariance, matrices.p);
    if (!full) return undefined;
    const mean = model.hasMeans ? moments.mean : undefined;
    const weights: PatternWeight[] = [];
    for (const pattern of data.groups[index]?.patterns ?? []) {
      const weight = patternWeight(pattern, full, matrices.p, mean);
      if (!weight) return undefined;
      weights.push(weight);
      value += (0.5 * pattern.n * weight.deviance) / data.n;
    }
    groups.push({ matrices, directions, moments, full, weights });
  }
  return { groups, value };
}
