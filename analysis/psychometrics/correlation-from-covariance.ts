import { Matrix } from 'ml-matrix';

/** A perfect correlation is 1, not the next number above. */
function withoutRounding(r: number): number {
  const excess = Math.abs(r) - 1;
  return excess > 0 && excess < 1e-12 ? Math.sign(r) : r;
}

/**
 * The Pearson correlation matrix belonging to a covariance matrix.
 *
 * r_ij = c_ij / √(c_ii c_jj).
 *
 * @param covariance k × k symmetric.
 * @returns k × k symmetric with unit diagonal, entries in [−1, 1]; NaN in row and column of an item
 *   without variance.
 * @remarks Missing data: NaN in, NaN out. From a pairwise covariance matrix entries may leave [−1, 1]:
 *   the variances are those of all who answered each item, not of the pair.
 * @throws never.
 * @see Pearson, K. (1896). Mathematical contributions to the theory of evolution III. Phil. Trans. R.
 *   Soc. A 187, 253–318. https://doi.org/10.1098/rsta.1896.0007. Reference values: R 4.2.2 `cov2cor`.
 */
export function correlationFromCovariance(covariance: Matrix): Matrix {
  const k = covariance.rows;
  const correlation = Matrix.eye(k, k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) {
      const scale = Math.sqrt(covariance.get(i, i) * covariance.get(j, j));
      const value = i === j ? 1 : withoutRounding(covariance.get(i, j) / scale);
      correlation.set(i, j, scale > 0 ? value : NaN);
    }
  }
  return correlation;
}
