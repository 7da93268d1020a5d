import { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../../numeric/symmetric-eigen.ts';
import type { Extraction } from './extraction.ts';
import { loadingsFromEigen } from './loadings-from-eigen.ts';
import { minimiseFromEach, type Derivatives } from './minimise-in-box.ts';
import { startUniquenesses } from './start-uniquenesses.ts';
import { uniquenessHessian } from '../../numeric/uniqueness-hessian.ts';

const lowest = 0.005;

/** R − Ψ */
function reducedCorrelation(correlation: Matrix, uniquenesses: Float64Array): Matrix {
  const p = correlation.rows;
  const reduced = new Matrix(p, p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) reduced.set(i, j, correlation.get(i, j));
    reduced.set(i, i, correlation.get(i, i) - (uniquenesses[i] ?? NaN));
  }
  return reduced;
}

/** f(ψ) = ½ Σ_{m > q} θ_m², θ eigenvalues of R − Ψ: half the squared residuals left by q axes. */
function derivatives(correlation: Matrix, q: number, uniquenesses: Float64Array): Derivatives {
  const p = correlation.rows;
  const { values, vectors } = symmetricEigen(reducedCorrelation(correlation, uniquenesses));
  const gradient = new Float64Array(p);
  let value = 0;
  for (let m = q; m < p; m += 1) {
    const theta = values[m] ?? NaN;
    value += (theta * theta) / 2;
    for (let i = 0; i < p; i += 1)
      gradient[i] = (gradient[i] ?? 0) - theta * vectors.get(i, m) ** 2;
  }
  const hessian = uniquenessHessian(vectors, q, {
    within: () => 1,
    across: (m, n) => (2 * (values[m] ?? NaN)) / ((values[m] ?? NaN) - (values[n] ?? NaN)),
  });
  return { value, gradient, hessian };
}

/**
 * Factors by minimum residuals (unweighted least squares).
 *
 * min_Ψ ½ Σ_{m > q} θ_m², θ_1 ≥ … ≥ θ_p the eigenvalues of R − Ψ; Λ = V_q Θ_q^½. At the minimum the
 * diagonal is reproduced, so that the off-diagonal residuals alone are minimised.
 *
 * @param correlation p × p.
 * @param q number of factors, 1 ≤ q < p.
 * @returns loadings p × q, unrotated, and uniquenesses in [0.005, 1].
 * @remarks Missing data: as in the matrix given. A uniqueness at 0.005 is a Heywood case, and named.
 *   'no-convergence' when the search fails.
 * @throws never.
 * @see Harman, H. H., Jones, W. H. (1966). Factor analysis by minimizing residuals (minres). Psychometrika
 *   31, 351–368. https://doi.org/10.1007/BF02289468; Jöreskog, K. G. (1977). Factor analysis by least
 *   squares and maximum likelihood methods. Reference values: psych 2.2.9 `fa(fm = "minres")`.
 */
export function extractMinres(correlation: Matrix, q: number): Extraction {
  const starts = startUniquenesses(correlation, q);
  const found = minimiseFromEach((x) => derivatives(correlation, q, x), starts, lowest, 1);
  if (!found) return { ok: false, reason: 'no-convergence' };
  const uniquenesses = found.x;
  const { values, vectors } = symmetricEigen(reducedCorrelation(correlation, uniquenesses));
  return {
    ok: true,
    loadings: loadingsFromEigen(values, vectors, q),
    uniquenesses,
    iterations: found.iterations,
    heywood: [...uniquenesses.keys()].filter((i) => (uniquenesses[i] ?? NaN) <= lowest),
  };
}
