/**
 * The lower Cholesky factor of a symmetric positive definite matrix.
 *
 * A = L L′; a pivot at or below `smallestPivot` times its diagonal element ends it.
 *
 * @param a size × size, row-major; the lower triangle is read.
 * @param size number of rows.
 * @param smallestPivot share of a diagonal element that must be left, default 1e-13.
 * @returns L, size × size, row-major, zeros above the diagonal; undefined when A is not positive definite
 *   to that precision.
 * @remarks Missing data: NaN gives undefined.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), algorithm 4.2.1. Reference
 *   values: R 4.2.2 `chol`.
 */
export function choleskyFactor(
  a: Float64Array,
  size: number,
  smallestPivot = 1e-13,
): Float64Array | undefined {
  const l = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    const row = i * size;
    for (let j = 0; j <= i; j += 1) {
      const other = j * size;
      let sum = a[row + j]!;
      for (let c = 0; c < j; c += 1) sum -= l[row + c]! * l[other + c]!;
      if (j < i) {
        l[row + j] = sum / l[other + j]!;
      } else {
        if (!(sum > smallestPivot * Math.abs(a[row + i]!) && sum < Infinity)) return undefined;
        l[row + i] = Math.sqrt(sum);
      }
    }
  }
  return l;
}
