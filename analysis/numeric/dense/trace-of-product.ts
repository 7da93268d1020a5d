/**
 * The trace of the product of two symmetric matrices.
 *
 * tr(A B) = Σ_ij a_ij b_ij.
 *
 * @param a, b of equal size, symmetric.
 * @returns the trace.
 * @remarks Missing data: NaN spreads.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), section 1.1.
 */
export function traceOfProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
