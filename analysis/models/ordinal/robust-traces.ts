import { multiply } from '../../numeric/dense/multiply.ts';
import {
  addWeightedSquares,
  timesSparse,
  transposedTimes,
  type SparseRows,
} from '../../numeric/ordinal/sparse-rows.ts';
import type { OrdinalData } from './ordinal-data.ts';
import { sharedWeights } from './fit-ordinal.ts';

/** What sampling variation of the statistics does to estimates and test. */
export interface RobustTraces {
  /** E = Δ′WΔ, width × width. */
  readonly bread: Float64Array;
  /** B = Δ′WΓWΔ. */
  readonly meat: Float64Array;
  /** Δ′WΓWΓWΔ. */
  readonly second: Float64Array;
  /** tr(WΓ), tr(WΓWΓ). */
  readonly trace: number;
  readonly squaredTrace: number;
}

/** Σ_ij w_i w_j γ_ij². */
function weightedNorm(gamma: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0, cell = 0; i < weights.length; i += 1) {
    let row = 0;
    for (const weight of weights) {
      const value = gamma[cell] ?? 0;
      row += weight * value * value;
      cell += 1;
    }
    sum += (weights[i] ?? 0) * row;
  }
  return sum;
}

/**
 * Products of weights, Jacobians and Γ from which robust standard errors and tests are made.
 *
 * Over groups: W_g = (n_g/N) diag(1/Γ_g), Γ entering as Γ_g N/n_g; E, B and the traces are sums.
 *
 * @param jacobians Δ of each group; @param data the groups' Γ and weights.
 * @param width number of parameters.
 * @returns the sums; none of them depends on the residuals.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Satorra, A., Bentler, P. M. (1994). Corrections to test statistics and standard errors in covariance
 *   structure analysis. In von Eye & Clogg (eds.), Latent Variables Analysis, 399–419. Reference values:
 *   lavaan 0.6-14.
 */
export function robustTraces(
  jacobians: readonly SparseRows[],
  data: OrdinalData,
  width: number,
): RobustTraces {
  const [bread, meat, second] = [0, 1, 2].map(() => new Float64Array(width * width)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [trace, squaredTrace] = [0, 0];
  jacobians.forEach((jacobian, index) => {
    const group = data.groups[index];
    if (!group) return;
    const share = group.n / data.n;
    const weights = sharedWeights(data, index);
    addWeightedSquares(bread, jacobian, weights);
    const scaled = { ...jacobian, value: jacobian.value.slice() };
    for (let row = 0; row < jacobian.rows; row += 1) {
      for (let a = jacobian.begin[row] ?? 0; a < (jacobian.begin[row + 1] ?? 0); a += 1) {
        scaled.value[a] = (jacobian.value[a] ?? 0) * (weights[row] ?? 0);
      }
    }
    // ΓWΔ; what Γ is divided by (the share) is put in at the end.
    const image = timesSparse(group.gamma, scaled);
    const once = transposedTimes(scaled, image);
    for (let cell = 0; cell < once.length; cell += 1) {
      meat[cell] = (meat[cell] ?? 0) + (once[cell] ?? 0) / share;
    }
    const turned = new Float64Array(image.length);
    for (let row = 0; row < jacobian.rows; row += 1) {
      const weight = (weights[row] ?? 0) / (share * share);
      for (let q = 0; q < width; q += 1) {
        turned[q * jacobian.rows + row] = weight * (image[row * width + q] ?? 0);
      }
    }
    const twice = multiply(turned, image, width, jacobian.rows, width);
    for (let cell = 0; cell < twice.length; cell += 1) {
      second[cell] = (second[cell] ?? 0) + (twice[cell] ?? 0);
    }
    trace += weights.length;
    squaredTrace += weightedNorm(group.gamma, group.weights);
  });
  return { bread, meat, second, trace, squaredTrace };
}
