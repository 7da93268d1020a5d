import { multiply } from '../dense/multiply.ts';
import { transpose } from '../dense/transpose.ts';
import type { Elements, ModelMatrices } from './structure.ts';
import { totalEffects } from './total-effects.ts';

/**
 * How the moments of a group turn with its elements: ∂Σ = weight (u v′ + v u′), ∂μ = meanWeight · u, where
 * u (`left`) and v (`right`) are columns of T = [I | Λ A | Λ A Ψ A′].
 */
export interface Directions {
  readonly p: number;
  readonly m: number;
  /** p + 2 m, the columns of T. */
  readonly size: number;
  /** p × 2m, row-major: [Λ A | Λ A Ψ A′]; the identity is left out. */
  readonly latentColumns: Float64Array;
  /** A = (I − B)⁻¹, m × m */
  readonly total: Float64Array;
  /** A Ψ A′ = cov(η), m × m */
  readonly latentCovariance: Float64Array;
  /** A α = E(η), m */
  readonly latentMean: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
  readonly meanWeight: Float64Array;
}

/**
 * The derivatives of implied covariances and means in a form that costs little to use.
 *
 * Each is of rank two: ∂Σ/∂λ_ij = e_i (M Λ′)_j + transposed, ∂Σ/∂θ_ij and ∂Σ/∂ψ_jk likewise, ∂Σ/∂β_jk =
 * (Λ A)_j (Λ M)_k′ + transposed, with A = (I − B)⁻¹ and M = A Ψ A′. Traces of products of derivatives are
 * then products of cells of T′ W T.
 *
 * @param matrices the group's matrices.
 * @param elements which of their cells depend on parameters.
 * @returns directions and weights; thresholds and scaling factors have weights of zero. Undefined when
 *   I − B is singular.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, appendix 8A.
 *   https://doi.org/10.1002/9781118619179; Neudecker, H., Satorra, A. (1991). Linear structural relations:
 *   gradient and Hessian of the fitting function. https://doi.org/10.1016/0167-7152(91)90178-T. Checked
 *   against central differences.
 */
export function directionsOf(matrices: ModelMatrices, elements: Elements): Directions | undefined {
  const { p, m } = matrices;
  const total = totalEffects(matrices);
  if (!total) return undefined;
  const latentCovariance = multiply(
    multiply(total, matrices.latent, m, m, m),
    transpose(total, m, m),
    ...([m, m, m] as const),
  );
  const latentMean = multiply(total, matrices.latentMeans, m, m, 1);
  const totalLoadings = multiply(matrices.loadings, total, p, m, m);
  const covariances = multiply(matrices.loadings, latentCovariance, p, m, m);
  const latentColumns = new Float64Array(p * 2 * m);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < m; j += 1) {
      latentColumns[i * 2 * m + j] = totalLoadings[i * m + j]!;
      latentColumns[i * 2 * m + m + j] = covariances[i * m + j]!;
    }
  }
  const { count } = elements;
  const left = new Int32Array(count);
  const right = new Int32Array(count);
  const weight = new Float64Array(count);
  const meanWeight = new Float64Array(count);
  for (let e = 0; e < count; e += 1) {
    const [row, column] = [elements.row[e]!, elements.column[e]!];
    const half = row === column ? 0.5 : 1;
    switch (elements.matrix[e]!) {
      case 0: // λ
        [left[e], right[e], weight[e]] = [row, p + m + column, 1];
        meanWeight[e] = latentMean[column]!;
        break;
      case 1: // θ
        [left[e], right[e], weight[e]] = [row, column, half];
        break;
      case 2: // ψ
        [left[e], right[e], weight[e]] = [p + row, p + column, half];
        break;
      case 3: // β
        [left[e], right[e], weight[e]] = [p + row, p + m + column, 1];
        meanWeight[e] = latentMean[column]!;
        break;
      case 4: // ν
        [left[e], meanWeight[e]] = [row, 1];
        break;
      case 5: // α
        [left[e], meanWeight[e]] = [p + row, 1];
        break;
      default: // τ and δ do not enter Σ and μ of the latent responses
    }
  }
  return {
    ...{ p, m, size: p + 2 * m, latentColumns, total, latentCovariance, latentMean },
    ...{ left, right, weight, meanWeight },
  };
}
