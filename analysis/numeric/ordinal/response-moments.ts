import type { Directions } from '../structure/directions.ts';
import type { Moments } from '../structure/implied-moments.ts';
import { momentJacobian } from '../structure/moment-jacobian.ts';
import type { Elements, ModelMatrices } from '../structure/structure.ts';

/** How the scale of the latent responses is set: by scaling factors δ, or by residual variances θ. */
export const parameterizations = ['delta', 'theta'] as const;

export type Parameterization = (typeof parameterizations)[number];

/** δ of each item: a parameter, or 1/√σ_ii. */
export function scalesOf(
  { scaling, p }: ModelMatrices,
  { covariance }: Moments,
  parameterization: Parameterization,
): Float64Array {
  if (parameterization === 'delta') return scaling;
  return scaling.map((_, i) => 1 / Math.sqrt(covariance[i * (p + 1)]!));
}

/**
 * Thresholds and correlations of the standardised latent responses implied by a model.
 *
 * τ*_c = δ_i (τ_c − μ_i), ρ_ij = δ_i δ_j σ_ij; δ a parameter (delta) or 1/√σ_ii (theta).
 *
 * @param matrices, moments of the group.
 * @param itemOf item of each threshold.
 * @param scales δ, see `scalesOf`.
 * @returns thresholds, item by item, then correlations (0, 1), (0, 2) … (1, 2) ….
 * @remarks Missing data: not applicable. NaN where a variance is negative.
 * @throws never.
 * @see Muthén, B., Asparouhov, T. (2002). Latent variable analysis with categorical outcomes: multiple-group
 *   and growth modeling in Mplus. Mplus Web Notes 4. Reference values: lavaan 0.6-14 `fitted`.
 */
export function responseMoments(
  { p, thresholds }: ModelMatrices,
  { covariance, mean }: Moments,
  itemOf: Int32Array,
  scales: Float64Array,
): Float64Array {
  const statistics = new Float64Array(itemOf.length + (p * (p - 1)) / 2);
  let place = 0;
  for (; place < itemOf.length; place += 1) {
    const item = itemOf[place]!;
    statistics[place] = scales[item]! * (thresholds[place]! - mean[item]!);
  }
  for (let i = 0; i < p; i += 1) {
    for (let j = i + 1; j < p; j += 1, place += 1) {
      statistics[place] = scales[i]! * scales[j]! * covariance[i * p + j]!;
    }
  }
  return statistics;
}

/**
 * The Jacobian of `responseMoments` with respect to a model's parameters, dense.
 *
 * dτ* = δ (dτ − dμ) + (τ − μ) dδ; dρ = δ_i δ_j dσ_ij + σ_ij (δ_j dδ_i + δ_i dδ_j); theta: dδ = −½ δ³ dσ_ii.
 *
 * @param matrices, moments, directions, elements of the group.
 * @param width number of parameters.
 * @param itemOf item of each threshold.
 * @param parameterization delta or theta.
 * @returns statistics × width, row-major.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Muthén, B., Asparouhov, T. (2002). Mplus Web Notes 4. Reference values: lavaan 0.6-14
 *   `lavInspect(fit, "delta")`.
 */
export function responseJacobian(
  group: {
    readonly matrices: ModelMatrices;
    readonly moments: Moments;
    readonly directions: Directions;
    readonly elements: Elements;
  },
  width: number,
  itemOf: Int32Array,
  parameterization: Parameterization,
): Float64Array {
  const { matrices, moments, directions, elements } = group;
  const { p, thresholds } = matrices;
  const count = itemOf.length;
  const raw = momentJacobian(directions, elements, width, count);
  const scales = scalesOf(matrices, moments, parameterization);
  // dδ of each item, and where the row of σ_ij begins in `raw`.
  const turns = new Float64Array(p * width);
  const rowOf = (i: number, j: number) => count + p + (i * (2 * p - i - 1)) / 2 + j;
  if (parameterization === 'delta') {
    for (let e = 0; e < elements.count; e += 1) {
      if (elements.matrix[e] === 7) turns[elements.row[e]! * width + elements.parameter[e]!]! += 1;
    }
  } else {
    for (let i = 0; i < p; i += 1) {
      const factor = -0.5 * scales[i]! ** 3;
      const from = rowOf(i, i) * width;
      for (let q = 0; q < width; q += 1) turns[i * width + q] = factor * raw[from + q]!;
    }
  }
  const jacobian = new Float64Array((count + (p * (p - 1)) / 2) * width);
  let place = 0;
  for (; place < count; place += 1) {
    const item = itemOf[place]!;
    const [scale, distance] = [scales[item]!, thresholds[place]! - moments.mean[item]!];
    const [to, mean] = [place * width, (count + item) * width];
    for (let q = 0; q < width; q += 1) {
      jacobian[to + q] =
        scale * (raw[to + q]! - raw[mean + q]!) + distance * turns[item * width + q]!;
    }
  }
  for (let i = 0; i < p; i += 1) {
    for (let j = i + 1; j < p; j += 1, place += 1) {
      const [to, from] = [place * width, rowOf(i, j) * width];
      const [a, b, sigma] = [scales[i]!, scales[j]!, moments.covariance[i * p + j]!];
      for (let q = 0; q < width; q += 1) {
        jacobian[to + q] =
          a * b * raw[from + q]! + sigma * (b * turns[i * width + q]! + a * turns[j * width + q]!);
      }
    }
  }
  return jacobian;
}
