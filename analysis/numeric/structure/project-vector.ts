import type { Directions } from './directions.ts';

/**
 * A vector over items seen from the directions in which a model's moments turn.
 *
 * t = T′ b with T = [I | Λ A | Λ A Ψ A′].
 *
 * @param b p long.
 * @param directions of the model.
 * @param t where to write it, p + 2 m long; made when left out.
 * @returns t.
 * @remarks Missing data: zeros for unanswered items.
 * @throws never.
 * @see Neudecker, H., Satorra, A. (1991). https://doi.org/10.1016/0167-7152(91)90178-T. Checked against
 *   central differences of what is built on it.
 */
export function projectVector(
  b: Float64Array,
  directions: Directions,
  t = new Float64Array(directions.size),
): Float64Array {
  const { p, m, latentColumns } = directions;
  const k = 2 * m;
  t.fill(0, p);
  for (let i = 0; i < p; i += 1) {
    const factor = b[i]!;
    t[i] = factor;
    if (factor === 0) continue;
    for (let c = 0; c < k; c += 1) t[p + c]! += factor * latentColumns[i * k + c]!;
  }
  return t;
}
