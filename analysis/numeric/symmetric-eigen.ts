import type { Matrix } from 'ml-matrix';
import { EigenvalueDecomposition } from 'ml-matrix';

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest first.
 *
 * A = V diag(λ) V', V'V = I.
 *
 * @param matrix p × p, symmetric.
 * @returns `values` p, descending; `vectors` p × p, column m belongs to value m, its sign arbitrary.
 * @remarks Missing data: NaN in, NaN out.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), 8.3. Householder
 *   tridiagonalisation and implicit QL of `ml-matrix`. Reference values: R 4.2.2 `eigen`.
 */
export function symmetricEigen(matrix: Matrix): { values: Float64Array; vectors: Matrix } {
  const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const values = decomposition.realEigenvalues;
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  return {
    values: Float64Array.from(order, (place) => values[place]!),
    vectors: decomposition.eigenvectorMatrix.subMatrixColumn(order),
  };
}
