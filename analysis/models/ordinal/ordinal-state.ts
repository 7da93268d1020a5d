import { directionsOf, type Directions } from '../../numeric/structure/directions.ts';
import { fillMatrices } from '../../numeric/structure/fill-matrices.ts';
import { impliedMoments, type Moments } from '../../numeric/structure/implied-moments.ts';
import type { ModelMatrices } from '../../numeric/structure/structure.ts';
import {
  responseMoments,
  scalesOf,
  type Parameterization,
} from '../../numeric/ordinal/response-moments.ts';
import type { StructuralModel } from '../table/parameter.ts';
import type { OrdinalData } from './ordinal-data.ts';

export interface OrdinalGroupState {
  readonly matrices: ModelMatrices;
  readonly directions: Directions;
  readonly moments: Moments;
  /** δ of each item. */
  readonly scales: Float64Array;
  /** Statistics implied by the model, and observed less implied. */
  readonly implied: Float64Array;
  readonly residuals: Float64Array;
}

export interface OrdinalState {
  /** ½ Σ_g (n_g/N) Σ w e². */
  readonly value: number;
  readonly groups: readonly OrdinalGroupState[];
}

/**
 * A model of ordered items at given parameters: implied statistics and the diagonally weighted discrepancy.
 *
 * F = ½ Σ_g (n_g/N) Σ_s (e_s)² / Γ_ss, e = observed less implied thresholds and correlations.
 *
 * @param model compiled; @param parameters θ; @param data statistics and weights of each group.
 * @param parameterization delta or theta.
 * @returns the state; undefined where the model has no moments (a variance is not positive, I − B singular).
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Muthén, B., du Toit, S., Spisic, D. (1997). Robust inference using weighted least squares and quadratic
 *   estimating equations. Reference values: lavaan 0.6-14 `cfa(estimator = "DWLS")`.
 */
export function ordinalState(
  model: StructuralModel,
  parameters: Float64Array,
  data: OrdinalData,
  parameterization: Parameterization,
): OrdinalState | undefined {
  const groups: OrdinalGroupState[] = [];
  let value = 0;
  for (const [index, { template, elements }] of model.groups.entries()) {
    const sample = data.groups[index];
    const matrices = fillMatrices(template, elements, parameters);
    const directions = directionsOf(matrices, elements);
    if (!sample || !directions) return undefined;
    const moments = impliedMoments(matrices, directions);
    const scales = scalesOf(matrices, moments, parameterization);
    const implied = responseMoments(matrices, moments, data.itemOf, scales);
    const residuals = sample.statistics.map((observed, s) => observed - (implied[s] ?? NaN));
    const sum = residuals.reduce((total, e, s) => total + e * e * (sample.weights[s] ?? NaN), 0);
    value += (0.5 * sum * sample.n) / data.n;
    groups.push({ matrices, directions, moments, scales, implied, residuals });
  }
  return Number.isFinite(value) ? { value, groups } : undefined;
}
