import type { Directions } from './directions.ts';

/**
 * A symmetric matrix seen from the directions in which a model's moments turn.
 *
 * G = T′ W T with T = [I | Λ A | Λ A Ψ A′].
 *
 * @param w p × p, row-major, symmetric.
 * @param directions of the model.
 * @returns size × size, row-major, symmetric, size = p + 2 m.
 * @remarks Missing data: rows and columns of zeros for unanswered items.
 * @throws never.
 * @see Neudecker, H., Satorra, A. (1991). https://doi.org/10.1016/0167-7152(91)90178-T. Checked against
 *   central differences of what is built on it.
 */
export function projectSymmetric(w: Float64Array, directions: Directions): Float64Array {
  const { p, m, size, latentColumns } = directions;
  const k = 2 * m;
  const g = new Float64Array(size * size);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      const factor = w[i * p + j]!;
      if (factor === 0) continue;
      g[i * size + j] = factor;
      const to = i * size + p;
      const from = j * k;
      for (let c = 0; c < k; c += 1) g[to + c]! += factor * latentColumns[from + c]!;
    }
    for (let c = 0; c < k; c += 1) g[(p + c) * size + i] = g[i * size + p + c]!;
    for (let a = 0; a < k; a += 1) {
      const factor = latentColumns[i * k + a]!;
      if (factor === 0) continue;
      const to = (p + a) * size + p;
      const from = i * size + p;
      for (let c = 0; c < k; c += 1) g[to + c]! += factor * g[from + c]!;
    }
  }
  return g;
}
