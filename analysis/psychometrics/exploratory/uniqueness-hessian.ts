import { Matrix } from 'ml-matrix';

/**
 * Second derivatives of a concentrated factor-analysis criterion with respect to the uniquenesses.
 *
 * h_ij = Σ_{m,n > q} within(m, n) w_im w_in w_jm w_jn + Σ_{m > q ≥ n} across(m, n) w_im w_in w_jm w_jn, from
 * the derivatives of eigenvalues (θ_m' = −w_im²) and eigenvectors.
 *
 * @param vectors p × p, eigenvectors w in columns, by falling eigenvalue.
 * @param q number of factors.
 * @param weights of a pair of residual axes, and of a residual axis m with a factor's axis n.
 * @returns p × p, symmetric.
 * @remarks Missing data: NaN in, NaN out. Equal eigenvalues across q make it infinite.
 * @throws never.
 * @see Jöreskog, K. G. (1977). Factor analysis by least squares and maximum likelihood methods. In
 *   Statistical Methods for Digital Computers 3, 125–153.
 */
export function uniquenessHessian(
  vectors: Matrix,
  q: number,
  weights: {
    within: (m: number, n: number) => number;
    across: (m: number, n: number) => number;
  },
): Matrix {
  const p = vectors.rows;
  const w = Array.from({ length: p }, (_, m) => vectors.getColumn(m));
  const hessian = Matrix.zeros(p, p);
  for (let m = q; m < p; m += 1) {
    // Σ_n weight(m, n) w_in w_jn, n once over all axes
    const inner = Matrix.zeros(p, p);
    for (let n = 0; n < p; n += 1) {
      const weight = n < q ? weights.across(m, n) : weights.within(m, n);
      addOuter(inner, w[n] ?? [], weight);
    }
    const axis = w[m] ?? [];
    for (let i = 0; i < p; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        const added = (axis[i] ?? NaN) * (axis[j] ?? NaN) * inner.get(i, j);
        hessian.set(i, j, hessian.get(i, j) + added);
      }
    }
  }
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < i; j += 1) hessian.set(j, i, hessian.get(i, j));
  }
  return hessian;
}

/** Adds weight · v v' to the lower triangle. */
function addOuter(matrix: Matrix, v: readonly number[], weight: number): void {
  for (let i = 0; i < v.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      matrix.set(i, j, matrix.get(i, j) + weight * (v[i] ?? NaN) * (v[j] ?? NaN));
    }
  }
}
