import { invertSquare } from '../dense/invert-square.ts';
import type { ModelMatrices } from './structure.ts';

/**
 * Total effects of the factors' disturbances on the factors.
 *
 * A = (I − B)⁻¹; the identity without regressions.
 *
 * @param matrices the group's matrices.
 * @returns m × m, row-major; undefined when I − B is singular.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, eq. 8.27.
 *   https://doi.org/10.1002/9781118619179.
 */
export function totalEffects({ m, regressions }: ModelMatrices): Float64Array | undefined {
  const difference = new Float64Array(m * m);
  for (let i = 0; i < m * m; i += 1) difference[i] = -regressions[i]!;
  for (let i = 0; i < m; i += 1) difference[i * m + i]! += 1;
  return regressions.some((value) => value !== 0) ? invertSquare(difference, m) : difference;
}
