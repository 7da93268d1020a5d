import type { Directions } from './directions.ts';
import type { Elements } from './structure.ts';

/**
 * Adds the part of the observed information that comes from second derivatives of the moments.
 *
 * H_rs += ½ tr(Q ∂²_rsΣ) − b′ ∂²_rsμ, Q = Σ_patterns n (W − P), b = Σ_patterns n W d. The second
 * derivatives are those of Σ = Λ A Ψ A′ Λ′ + Θ with ∂A/∂β_jk = A e_j e_k′ A.
 *
 * @param information parameters × parameters, row-major, to be added to.
 * @param width number of parameters.
 * @param q what `projectSymmetric` makes of Q; t what `projectVector` makes of b.
 * @param directions of the model, elements what they belong to.
 * @param full as in `addExpectedInformation`.
 * @returns nothing.
 * @remarks Missing data: in Q and b.
 * @throws never.
 * @see Neudecker, H., Satorra, A. (1991). https://doi.org/10.1016/0167-7152(91)90178-T. Checked against
 *   central differences of the gradient.
 */
export function addMomentCurvature(
  information: Float64Array,
  width: number,
  { q, t }: { q: Float64Array; t: Float64Array },
  directions: Directions,
  elements: Elements,
  full = elements.count,
): void {
  const { p, m, size, total, latentCovariance, latentMean, weight } = directions;
  const { count, matrix, row, column, parameter } = elements;
  const at = (i: number, j: number) => q[i * size + j]!;
  const a = (i: number, j: number) => total[i * m + j]!;
  const cov = (i: number, j: number) => latentCovariance[i * m + j]!;
  const [la, lm] = [p, p + m];

  /** r's matrix has the lower code. */
  function second(r: number, s: number): number {
    const [i, j, k, l] = [row[r]!, column[r]!, row[s]!, column[s]!];
    switch (matrix[r]! * 8 + matrix[s]!) {
      case 0: // λ λ
        return cov(j, l) * at(i, k);
      case 2: // λ ψ
        return weight[s]! * (at(i, la + k) * a(j, l) + at(i, la + l) * a(j, k));
      case 3: // λ β
        return (
          at(i, la + k) * cov(j, l) + at(i, lm + l) * a(j, k) - t[i]! * a(j, k) * latentMean[l]!
        );
      case 5: // λ α
        return -t[i]! * a(j, k);
      case 19: // ψ β
        return weight[r]! * (a(l, i) * at(la + k, la + j) + a(l, j) * at(la + k, la + i));
      case 27: // β β
        return (
          a(l, i) * at(la + k, lm + j) +
          cov(l, j) * at(la + i, la + k) +
          a(j, k) * at(la + i, lm + l) -
          t[la + k]! * a(l, i) * latentMean[j]! -
          t[la + i]! * a(j, k) * latentMean[l]!
        );
      case 29: // β α
        return -t[la + i]! * a(j, k);
      default:
        return 0;
    }
  }

  for (let r = 0; r < count; r += 1) {
    const last = r < full ? count : r + 1;
    for (let s = r; s < last; s += 1) {
      const value = matrix[r]! <= matrix[s]! ? second(r, s) : second(s, r);
      if (value === 0) continue;
      const [from, to] = [parameter[r]!, parameter[s]!];
      information[from * width + to]! += value;
      if (s !== r) information[to * width + from]! += value;
    }
  }
}
