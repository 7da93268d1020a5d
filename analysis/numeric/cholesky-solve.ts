import { forwardSubstitution } from './forward-substitution.ts';

/**
 * The solution of A x = b for a matrix given by its Cholesky factor.
 *
 * L y = b, Lᵀ x = y.
 *
 * @param factor L, n × n row-major, lower triangle.
 * @param b n numbers.
 * @returns x, n numbers.
 * @remarks Missing data: NaN in `b` spreads.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), section 4.2. Checked by A x = b.
 */
export function choleskySolve(factor: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = forwardSubstitution(factor, b);
  for (let i = n - 1; i >= 0; i -= 1) {
    const value = x[i]! / factor[i * n + i]!;
    x[i] = value;
    for (let j = 0; j < i; j += 1) x[j]! -= factor[i * n + j]! * value;
  }
  return x;
}
