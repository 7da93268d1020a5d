/**
 * The solution of A x = b from the Cholesky factor of A.
 *
 * L y = b by forward, L′ x = y by back substitution.
 *
 * @param l lower factor, size × size, row-major.
 * @param b right-hand side, `size` long.
 * @returns x.
 * @remarks Missing data: NaN spreads.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), section 3.1. Reference values:
 *   R 4.2.2 `solve`.
 */
export function solveCholesky(l: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i += 1) {
    let sum = x[i]!;
    for (let j = 0; j < i; j += 1) sum -= l[i * size + j]! * x[j]!;
    x[i] = sum / l[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = x[i]!;
    for (let j = i + 1; j < size; j += 1) sum -= l[j * size + i]! * x[j]!;
    x[i] = sum / l[i * size + i]!;
  }
  return x;
}
