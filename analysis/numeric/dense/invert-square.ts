/**
 * The inverse of a square matrix.
 *
 * Gauss–Jordan elimination with partial pivoting on [A | I].
 *
 * @param a size × size, row-major.
 * @param size number of rows.
 * @returns A⁻¹; undefined when a pivot is below 1e-13 of the largest element.
 * @remarks Missing data: NaN gives undefined.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), section 3.4. Reference values:
 *   R 4.2.2 `solve`.
 */
export function invertSquare(a: Float64Array, size: number): Float64Array | undefined {
  const left = Float64Array.from(a);
  const right = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) right[i * size + i] = 1;
  const smallest = 1e-13 * left.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  for (let c = 0; c < size; c += 1) {
    let pivot = c;
    for (let i = c + 1; i < size; i += 1) {
      if (Math.abs(left[i * size + c]!) > Math.abs(left[pivot * size + c]!)) pivot = i;
    }
    const value = left[pivot * size + c]!;
    if (!(Math.abs(value) > smallest)) return undefined;
    for (const half of [left, right]) {
      for (let j = 0; j < size; j += 1) {
        const swapped = half[pivot * size + j]!;
        half[pivot * size + j] = half[c * size + j]!;
        half[c * size + j] = swapped / value;
      }
    }
    for (let i = 0; i < size; i += 1) {
      const factor = left[i * size + c]!;
      if (i === c || factor === 0) continue;
      for (let j = 0; j < size; j += 1) {
        left[i * size + j]! -= factor * left[c * size + j]!;
        right[i * size + j]! -= factor * right[c * size + j]!;
      }
    }
  }
  return right;
}
