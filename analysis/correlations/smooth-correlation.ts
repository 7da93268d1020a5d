import { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../numeric/symmetric-eigen.ts';

/**
 * The nearest-looking positive definite correlation matrix, by raising small eigenvalues.
 *
 * λ*_m = max(λ_m, ε), rescaled to Σ λ* = k; R* = V diag(λ*) V', rescaled to unit diagonal.
 *
 * @param correlation k × k symmetric, unit diagonal.
 * @returns the matrix itself and `isSmoothed: false` when its eigenvalues exceed ε = 1e-12; else the smoothed
 *   one, positive definite.
 * @remarks Missing data: none allowed. Smoothing hides a defect of the data: say that it happened.
 * @throws never.
 * @see Wothke, W. (1993). Nonpositive definite matrices in structural modeling. In Bollen & Long (eds.),
 *   Testing Structural Equation Models, 256–293. Reference values: psych 2.2.9 `cor.smooth`.
 */
export function smoothCorrelation(correlation: Matrix): { matrix: Matrix; isSmoothed: boolean } {
  const smallest = 1e-12;
  const { values, vectors } = symmetricEigen(correlation);
  if (values.every((value) => value > smallest)) return { matrix: correlation, isSmoothed: false };
  const raised = values.map((value) => (value > smallest ? value : 100 * smallest));
  const scale = correlation.rows / raised.reduce((sum, value) => sum + value, 0);
  const smoothed = vectors
    .mmul(Matrix.diag(Array.from(raised, (value) => value * scale)))
    .mmul(vectors.transpose());
  const k = correlation.rows;
  const matrix = Matrix.eye(k, k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const value = smoothed.get(i, j) / Math.sqrt(smoothed.get(i, i) * smoothed.get(j, j));
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  }
  return { matrix, isSmoothed: true };
}
