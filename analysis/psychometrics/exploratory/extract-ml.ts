import { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../../numeric/symmetric-eigen.ts';
import type { Extraction } from './extraction.ts';
import { loadingsFromEigen } from './loadings-from-eigen.ts';
import { minimiseFromEach, type Derivatives } from './minimise-in-box.ts';
import { startUniquenesses } from './start-uniquenesses.ts';
import { uniquenessHessian } from '../../numeric/uniqueness-hessian.ts';

const lowest = 0.005;

/** Ψ^(−½) R Ψ^(−½) */
function scaledCorrelation(correlation: Matrix, logUniquenesses: Float64Array): Matrix {
  const root = logUniquenesses.map((x) => Math.exp(-x / 2));
  const p = correlation.rows;
  const scaled = new Matrix(p, p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      scaled.set(i, j, correlation.get(i, j) * (root[i] ?? NaN) * (root[j] ?? NaN));
    }
  }
  return scaled;
}

/** f = Σ_{m > q} (θ_m − ln θ_m − 1), with respect to x_i = ln ψ_i. */
function derivatives(correlation: Matrix, q: number, x: Float64Array): Derivatives {
  const p = correlation.rows;
  const { values, vectors } = symmetricEigen(scaledCorrelation(correlation, x));
  const gradient = new Float64Array(p);
  let value = 0;
  for (let m = q; m < p; m += 1) {
    const theta = values[m] ?? NaN;
    if (!(theta > 0)) return { value: NaN, gradient, hessian: new Float64Array(p * p) };
    value += theta - Math.log(theta) - 1;
    for (let i = 0; i < p; i += 1) {
      gradient[i] = (gradient[i] ?? 0) + (1 - theta) * vectors.get(i, m) ** 2;
    }
  }
  const theta = (m: number) => values[m] ?? NaN;
  const hessian = uniquenessHessian(vectors, q, {
    within: theta,
    across: (m, n) => -((1 - theta(m)) * (theta(m) + theta(n))) / (theta(m) - theta(n)),
  });
  return { value, gradient, hessian };
}

/**
 * Factors by maximum likelihood.
 *
 * min_Ψ Σ_{m > q} (θ_m − ln θ_m − 1), θ_1 ≥ … ≥ θ_p the eigenvalues of Ψ^(−½) R Ψ^(−½);
 * Λ = Ψ^½ V_q (Θ_q − I)^½. The minimum is the discrepancy ln|Σ| − ln|R| + tr(RΣ⁻¹) − p.
 *
 * @param correlation p × p, positive definite.
 * @param q number of factors, 1 ≤ q < p.
 * @returns loadings p × q, unrotated (Λ'Ψ⁻¹Λ diagonal), and uniquenesses in [0.005, 1].
 * @remarks Missing data: as in the matrix given. A uniqueness at 0.005 is a Heywood case, and named.
 *   'singular' when R is not positive definite; 'no-convergence' when the search fails.
 * @throws never.
 * @see Jöreskog, K. G. (1967). Some contributions to maximum likelihood factor analysis. Psychometrika 32,
 *   443–482. https://doi.org/10.1007/BF02289658; Lawley, D. N., Maxwell, A. E. (1971). Factor Analysis as a
 *   Statistical Method, ch. 4. Reference values: R 4.2.2 `factanal`.
 */
export function extractMl(correlation: Matrix, q: number): Extraction {
  const p = correlation.rows;
  if (!((symmetricEigen(correlation).values[p - 1] ?? NaN) > 1e-10)) {
    return { ok: false, reason: 'singular' };
  }
  const starts = startUniquenesses(correlation, q).map((values) => values.map(Math.log));
  const found = minimiseFromEach(
    (x) => derivatives(correlation, q, x),
    starts,
    Math.log(lowest),
    0,
  );
  if (!found) return { ok: false, reason: 'no-convergence' };
  const uniquenesses = found.x.map(Math.exp);
  const { values, vectors } = symmetricEigen(scaledCorrelation(correlation, found.x));
  const excess = values.map((theta) => theta - 1);
  return {
    ok: true,
    loadings: loadingsFromEigen(excess, vectors, q, (i) => Math.sqrt(uniquenesses[i] ?? NaN)),
    uniquenesses,
    iterations: found.iterations,
    heywood: [...uniquenesses.keys()].filter((i) => (uniquenesses[i] ?? NaN) <= lowest + 1e-12),
  };
}
