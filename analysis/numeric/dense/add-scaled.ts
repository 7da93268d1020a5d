/**
 * Adds a multiple of one array to another.
 *
 * y ← y + a x.
 *
 * @param y to be changed.
 * @param x as long as y.
 * @param a factor.
 * @returns nothing.
 * @remarks Missing data: NaN spreads.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), algorithm 1.1.2.
 */
export function addScaled(y: Float64Array, x: Float64Array, a: number): void {
  for (let i = 0; i < y.length; i += 1) y[i]! += a * x[i]!;
}
