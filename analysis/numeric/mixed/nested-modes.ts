import type { ClusteredRows, PreparedRows } from './clustered-rows.ts';

/** Sums over the rows of one lower cluster at given random intercepts. */
export interface ClusterSums {
  /** Σ ℓ′, first derivative by the linear predictor. */
  readonly slope: Float64Array;
  /** Σ −ℓ″ */
  readonly weight: Float64Array;
  /** Σ −ℓ‴ */
  readonly weightSlope: Float64Array;
}

export interface NestedModes {
  /** One per upper, one per lower cluster: the most likely standardised intercepts. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

const MAXIMUM_ITERATIONS = 60;
const LONGEST_STEP = 3;

/** Sums of the rows of lower cluster h when e^{random part} = factor. */
function sumRows(
  rows: ClusteredRows,
  prepared: PreparedRows,
  h: number,
  factor: number,
  sums: ClusterSums,
): void {
  const { category, lowerStart, categories } = rows;
  const { scale, odds } = prepared;
  let slope = 0;
  let weight = 0;
  let weightSlope = 0;
  for (let i = lowerStart[h]!; i < lowerStart[h + 1]!; i += 1) {
    const j = category[i]!;
    const o = odds[i]! * factor;
    if (j < categories - 1) {
      const f = 1 / (1 + o * scale[j]!);
      const d = f * (1 - f);
      slope += f - 1;
      weight += d;
      weightSlope -= d * (1 - 2 * f);
    }
    if (j > 0) {
      const f = 1 / (1 + o * scale[j - 1]!);
      const d = f * (1 - f);
      slope += f;
      weight += d;
      weightSlope -= d * (1 - 2 * f);
    }
  }
  sums.slope[h] = slope;
  sums.weight[h] = weight;
  sums.weightSlope[h] = weightSlope;
}

/**
 * The most likely random intercepts of one upper cluster and of the lower clusters in it, by Newton's method.
 *
 * Maximises Σ_i ℓ_i(η_i + s_c v + s_h u_h) − ½ (v² + Σ u_h²); the matrix of second derivatives is an arrow,
 * solved by its Schur complement.
 *
 * @param rows, prepared data and parameters.
 * @param c the upper cluster.
 * @param sdUpper, sdLower s_c and s_h, standard deviations of the intercepts; 0 leaves a level out.
 * @param modes where to begin; overwritten with the result.
 * @param sums overwritten with the sums at the result.
 * @returns whether the iterations came to rest.
 * @remarks Missing data: none here.
 * @throws never.
 * @see Pinheiro, J. C., Chao, E. C. (2006). Efficient Laplacian and adaptive Gaussian quadrature algorithms.
 *   J Comput Graph Stat 15, 58–81. https://doi.org/10.1198/106186006X96962.
 */
export function findNestedModes(
  rows: ClusteredRows,
  prepared: PreparedRows,
  c: number,
  { sdUpper, sdLower }: { readonly sdUpper: number; readonly sdLower: number },
  modes: NestedModes,
  sums: ClusterSums,
): boolean {
  const [from, to] = [rows.upperStart[c]!, rows.upperStart[c + 1]!];
  const { upper, lower } = modes;
  for (let iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration += 1) {
    let gradient = -upper[c]!;
    let curvature = 1;
    for (let h = from; h < to; h += 1) {
      sumRows(rows, prepared, h, Math.exp(sdUpper * upper[c]! + sdLower * lower[h]!), sums);
      const weight = sums.weight[h]!;
      const own = 1 + sdLower * sdLower * weight;
      const shared = sdUpper * sdLower * weight;
      const ownGradient = sdLower * sums.slope[h]! - lower[h]!;
      gradient += sdUpper * sums.slope[h]! - (shared * ownGradient) / own;
      curvature += sdUpper * sdUpper * weight - (shared * shared) / own;
    }
    const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, gradient / curvature));
    let largest = Math.abs(step);
    for (let h = from; h < to; h += 1) {
      const weight = sums.weight[h]!;
      const own = 1 + sdLower * sdLower * weight;
      const ownGradient = sdLower * sums.slope[h]! - lower[h]!;
      const raw = (ownGradient - sdUpper * sdLower * weight * step) / own;
      const ownStep = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, raw));
      lower[h]! += ownStep;
      largest = Math.max(largest, Math.abs(ownStep));
    }
    upper[c]! += step;
    if (!(largest < Infinity)) return false;
    if (largest < 1e-11) return true;
  }
  return false;
}
