import { Matrix, SingularValueDecomposition } from 'ml-matrix';

/**
 * Varimax rotation.
 *
 * Maximises Σ_m [Σ_i λ_im⁴ − (Σ_i λ_im²)² / p] over Λ = AT, T'T = I: T ← UV' of the singular value
 * decomposition UDV' of A'(Λ³ − Λ diag(Λ'Λ)/p), until tr D grows by less than `tolerance` of itself.
 *
 * @param a p × q, row-major: unrotated loadings; not changed.
 * @param q factors, ≥ 1.
 * @param tolerance R's `varimax` stops at 1e-5, which can leave loadings 0.01 from the maximum.
 * @returns p × q, row-major, rotated orthogonally.
 * @remarks Missing data: NaN in, NaN out. Rows are taken as they are: Kaiser's normalisation is the
 *   caller's.
 * @throws never.
 * @see Kaiser, H. F. (1958). The varimax criterion for analytic rotation in factor analysis. Psychometrika
 *   23, 187–200. https://doi.org/10.1007/BF02289233; Horst, P. (1965). Factor Analysis of Data Matrices,
 *   ch. 18. Reference values: R 4.2.2 `varimax`.
 */
export function varimax(a: Float64Array, q: number, tolerance = 1e-14): Float64Array {
  const p = a.length / q;
  const unrotated = Matrix.from1DArray(p, q, a);
  let loadings = unrotated;
  let before = 0;
  for (let iteration = 0; iteration < 10_000; iteration += 1) {
    const squares = Matrix.pow(loadings, 2).sum('column');
    const slope = Matrix.pow(loadings, 3);
    slope.sub(Matrix.mul(loadings, 1 / p).mulRowVector(squares));
    const decomposition = new SingularValueDecomposition(unrotated.transpose().mmul(slope));
    const { leftSingularVectors, rightSingularVectors, diagonal } = decomposition;
    loadings = unrotated.mmul(leftSingularVectors.mmul(rightSingularVectors.transpose()));
    const trace = diagonal.reduce((sum, value) => sum + value, 0);
    if (!(trace >= before * (1 + tolerance))) break;
    before = trace;
  }
  return Float64Array.from(loadings.to1DArray());
}
