import { choleskySolve } from './cholesky-solve.ts';

/**
 * The inverse of a matrix given by its Cholesky factor.
 *
 * A⁻¹ = L⁻ᵀ L⁻¹, column by column.
 *
 * @param factor L, n × n row-major, lower triangle.
 * @param n rows.
 * @returns n × n, row-major, symmetric.
 * @remarks Missing data: none possible. n = 0 gives an empty matrix.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), section 4.2. Checked by A A⁻¹ = I.
 */
export function choleskyInverse(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let column = 0; column < n; column += 1) {
    unit.fill(0);
    unit[column] = 1;
    inverse.set(choleskySolve(factor, unit), column * n);
  }
  return inverse;
}
