/**
 * The Cholesky factor of a symmetric positive definite matrix.
 *
 * A = L Lᵀ; l_jj = √(a_jj − Σ_{s<j} l_js²), l_ij = (a_ij − Σ_{s<j} l_is l_js) / l_jj.
 *
 * @param matrix n × n, row-major; the lower triangle is read.
 * @param n rows.
 * @param tolerance the smallest pivot as a share of its diagonal element; below it the matrix counts as
 *   singular.
 * @returns L, n × n row-major, zero above the diagonal; undefined for a matrix that is not positive definite.
 * @remarks Missing data: NaN gives undefined. n = 0 gives an empty factor.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), algorithm 4.2.1. Checked by L Lᵀ.
 */
export function choleskyFactor(
  matrix: Float64Array,
  n: number,
  tolerance = 1e-12,
): Float64Array | undefined {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * n + j]!;
      for (let s = 0; s < j; s += 1) sum -= factor[i * n + s]! * factor[j * n + s]!;
      if (i > j) {
        factor[i * n + j] = sum / factor[j * n + j]!;
        continue;
      }
      if (!(sum > 0 && sum > tolerance * matrix[i * n + i]!)) return undefined;
      factor[i * n + i] = Math.sqrt(sum);
    }
  }
  return factor;
}
