/**
 * Inverse of a small square matrix by Gauss–Jordan elimination with row pivoting.
 *
 * @param matrix q × q, row-major; not changed.
 * @param q order.
 * @returns q × q, row-major; undefined when a pivot vanishes.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), 3.4.
 */
export function invertSmall(matrix: Float64Array, q: number): Float64Array | undefined {
  const left = Float64Array.from(matrix);
  const right = new Float64Array(q * q);
  for (let i = 0; i < q; i += 1) right[i * q + i] = 1;
  for (let column = 0; column < q; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < q; row += 1) {
      if (Math.abs(left[row * q + column]!) > Math.abs(left[pivot * q + column]!)) pivot = row;
    }
    const divisor = left[pivot * q + column]!;
    if (!(Math.abs(divisor) > 1e-14)) return undefined;
    for (let j = 0; j < q; j += 1) {
      const [from, to] = [pivot * q + j, column * q + j];
      const [l, r] = [left[from]!, right[from]!];
      left[from] = left[to]!;
      right[from] = right[to]!;
      left[to] = l / divisor;
      right[to] = r / divisor;
    }
    for (let row = 0; row < q; row += 1) {
      const factor = left[row * q + column]!;
      if (row === column || factor === 0) continue;
      for (let j = 0; j < q; j += 1) {
        left[row * q + j]! -= factor * left[column * q + j]!;
        right[row * q + j]! -= factor * right[column * q + j]!;
      }
    }
  }
  return right;
}
