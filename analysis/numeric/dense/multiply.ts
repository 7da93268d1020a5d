/**
 * The product of two dense matrices.
 *
 * C = A B.
 *
 * @param a rows × inner, row-major.
 * @param b inner × columns, row-major.
 * @param rows, inner, columns their sizes.
 * @returns rows × columns, row-major.
 * @remarks Missing data: NaN spreads.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), algorithm 1.1.8. Reference
 *   values: R 4.2.2 `%*%`.
 */
export function multiply(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    for (let l = 0; l < inner; l += 1) {
      const factor = a[i * inner + l]!;
      if (factor === 0) continue;
      const from = l * columns;
      const to = i * columns;
      for (let j = 0; j < columns; j += 1) product[to + j]! += factor * b[from + j]!;
    }
  }
  return product;
}
