/**
 * The solution of a lower triangular system.
 *
 * L x = b; x′x is then b′(L L′)⁻¹b.
 *
 * @param factor n × n, row-major, zero above the diagonal, as `choleskyFactor` returns it.
 * @param right n.
 * @returns n.
 * @remarks Missing data: NaN spreads.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), algorithm 3.1.1.
 */
export function forwardSubstitution(factor: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const solution = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let sum = right[i]!;
    for (let j = 0; j < i; j += 1) sum -= factor[i * n + j]! * solution[j]!;
    solution[i] = sum / factor[i * (n + 1)]!;
  }
  return solution;
}
