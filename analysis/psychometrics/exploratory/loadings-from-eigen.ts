import { Matrix } from 'ml-matrix';

/**
 * Loadings of the first q principal axes.
 *
 * λ_im = s_i v_im √max(θ_m, 0).
 *
 * @param values eigenvalues θ, descending.
 * @param vectors p × p, eigenvectors v in columns.
 * @param q number of factors.
 * @param scale s_i by which a row is multiplied; default 1.
 * @returns p × q; each column with a sum ≥ 0.
 * @remarks Missing data: NaN in, NaN out. Negative eigenvalues count as 0.
 * @throws never.
 * @see Harman, H. H. (1976). Modern Factor Analysis (3rd ed.), ch. 8. Reference values: psych 2.2.9 `fa`.
 */
export function loadingsFromEigen(
  values: Float64Array,
  vectors: Matrix,
  q: number,
  scale: (item: number) => number = () => 1,
): Matrix {
  const loadings = new Matrix(vectors.rows, q);
  for (let m = 0; m < q; m += 1) {
    const length = Math.sqrt(Math.max(values[m] ?? 0, 0));
    for (let i = 0; i < vectors.rows; i += 1) {
      loadings.set(i, m, scale(i) * vectors.get(i, m) * length);
    }
    const total = loadings.getColumn(m).reduce((sum, loading) => sum + loading, 0);
    if (total < 0) loadings.mulColumn(m, -1);
  }
  return loadings;
}
