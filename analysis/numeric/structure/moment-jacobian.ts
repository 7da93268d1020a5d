import type { Directions } from './directions.ts';
import type { Elements } from './structure.ts';

/**
 * The Jacobian of a group's moments with respect to a model's parameters, dense.
 *
 * Δ = ∂(τ, μ, vech Σ)/∂θ′; vech by columns of the lower triangle.
 *
 * @param directions of the model, elements what they belong to.
 * @param width number of parameters.
 * @param thresholds number of thresholds of the group.
 * @returns (thresholds + p + p (p + 1)/2) × width, row-major; moments of the latent responses of ordered
 *   items before scaling.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, appendix 8A.
 *   https://doi.org/10.1002/9781118619179. Reference values: lavaan 0.6-14 `lavInspect(fit, "delta")`.
 */
export function momentJacobian(
  directions: Directions,
  elements: Elements,
  width: number,
  thresholds = 0,
): Float64Array {
  const { p, m, left, right, weight, meanWeight, latentColumns } = directions;
  const rows = thresholds + p + (p * (p + 1)) / 2;
  const jacobian = new Float64Array(rows * width);
  const direction = (column: number, i: number) => {
    if (column < p) return column === i ? 1 : 0;
    return latentColumns[i * 2 * m + column - p]!;
  };
  for (let e = 0; e < elements.count; e += 1) {
    const parameter = elements.parameter[e]!;
    if (elements.matrix[e] === 6) jacobian[elements.row[e]! * width + parameter]! += 1;
    const [u, v, w] = [left[e]!, right[e]!, weight[e]!];
    let row = thresholds;
    for (let i = 0; i < p; i += 1, row += 1) {
      if (meanWeight[e] !== 0) {
        jacobian[row * width + parameter]! += meanWeight[e]! * direction(u, i);
      }
    }
    if (w === 0) continue;
    for (let j = 0; j < p; j += 1) {
      const [uj, vj] = [direction(u, j), direction(v, j)];
      for (let i = j; i < p; i += 1, row += 1) {
        if (uj === 0 && vj === 0) continue;
        jacobian[row * width + parameter]! += w * (direction(u, i) * vj + direction(v, i) * uj);
      }
    }
  }
  return jacobian;
}
