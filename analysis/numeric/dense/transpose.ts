/**
 * The transpose of a dense matrix.
 *
 * B_ji = A_ij.
 *
 * @param a rows × columns, row-major.
 * @param rows, columns its size.
 * @returns columns × rows, row-major.
 * @remarks Missing data: NaN is kept.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), section 1.1.
 */
export function transpose(a: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(a.length);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) turned[j * rows + i] = a[i * columns + j]!;
  }
  return turned;
}
