import { addCrossProducts } from '../../numeric/add-cross-products.ts';
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
  /** ΓWΔ of each group, Γ divided by the group's share. */
  readonly images: readonly Float64Array[];
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
  const images: Float64Array[] = [];
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
    const image = timesSparse(group.gamma, scaled).map((value) => value / share);
    images.push(image);
    const once = transposedTimes(scaled, image);
    for (let cell = 0; cell < once.length; cell += 1) {
      meat[cell] = (meat[cell] ?? 0) + (once[cell] ?? 0);
    }
    // Columns of W½ΓWΔ as vectors: their cross-products are Δ′WΓWΓWΔ.
    const rows = jacobian.rows;
    const vectors = new Float64Array(image.length);
    for (let row = 0; row < rows; row += 1) {
      const root = Math.sqrt(weights[row] ?? 0);
      for (let q = 0; q < width; q += 1) {
        vectors[q * rows + row] = root * (image[row * width + q] ?? 0);
      }
    }
    addCrossProducts(vectors, { k: width, n: rows, stride: rows }, second);
    trace += weights.length;
    squaredTrace += weightedNorm(group.gamma, group.weights);
  });
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) second[j * width + i] = second[i * width + j] ?? 0;
  }
  return { bread, meat, second, images, trace, squaredTrace };
}
