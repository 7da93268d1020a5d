import { inverse, Matrix } from 'ml-matrix';
import { symmetricEigen } from '../../numeric/symmetric-eigen.ts';

/** A^power of a symmetric matrix; eigenvalues below 1e-12 are left out. */
function symmetricPower(matrix: Matrix, power: number): Matrix {
  const { values, vectors } = symmetricEigen(matrix);
  const powers = Array.from(values, (value) => (value > 1e-12 ? value ** power : 0));
  return vectors.mmul(Matrix.diag(powers)).mmul(vectors.transpose());
}

/**
 * Weights by which standardised answers give factor scores.
 *
 * Thurstone (regression): W = R⁻¹ΛΦ. Ten Berge et al.: with L = ΛΦ^½ and C = R^(−½)L(L'R⁻¹L)^(−½),
 * W = R^(−½)CΦ^½, whose scores correlate as the factors do.
 *
 * @param correlation R, p × p.
 * @param loadings Λ, p × q, pattern.
 * @param phi Φ, q × q.
 * @param method 'thurstone' or 'ten-berge'.
 * @returns p × q; undefined when R is singular.
 * @remarks Missing data: as in the matrices given.
 * @throws never.
 * @see Thurstone, L. L. (1935). The Vectors of Mind; ten Berge, J. M. F. et al. (1999). Some new results on
 *   correlation-preserving factor scores prediction methods. Linear Algebra Appl 289, 311–318.
 *   https://doi.org/10.1016/S0024-3795(97)10007-6. Reference values: psych 2.2.9 `factor.scores`.
 */
export function factorScoreWeights(
  correlation: Matrix,
  loadings: Matrix,
  phi: Matrix,
  method: 'thurstone' | 'ten-berge',
): Matrix | undefined {
  const smallest = symmetricEigen(correlation).values.at(-1) ?? NaN;
  if (!(smallest > 1e-10)) return undefined;
  if (method === 'thurstone') return inverse(correlation).mmul(loadings).mmul(phi);
  const rootPhi = symmetricPower(phi, 0.5);
  const turned = loadings.mmul(rootPhi);
  const rootInverse = symmetricPower(correlation, -0.5);
  const scaled = symmetricPower(turned.transpose().mmul(inverse(correlation)).mmul(turned), -0.5);
  return rootInverse.mmul(rootInverse).mmul(turned).mmul(scaled).mmul(rootPhi);
}
