import { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../../numeric/symmetric-eigen.ts';
import type { Extraction } from './extraction.ts';
import { loadingsFromEigen } from './loadings-from-eigen.ts';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';

const most = 1000;

/**
 * Factors by iterated principal axes.
 *
 * h² ← diag(Λ Λ'), Λ the first q principal axes of R with h² in its diagonal; from the squared multiple
 * correlations, until Σ h² changes by less than 1e-7.
 *
 * @param correlation p × p.
 * @param q number of factors, 1 ≤ q < p.
 * @returns loadings p × q, unrotated, and uniquenesses 1 − h².
 * @remarks Missing data: as in the matrix given. A communality above 1 is a Heywood case, and named.
 *   'no-convergence' after 1,000 iterations.
 * @throws never.
 * @see Harman, H. H. (1976). Modern Factor Analysis (3rd ed.), 8.6. Reference values: psych 2.2.9
 *   `fa(fm = "pa")`.
 */
export function extractPaf(correlation: Matrix, q: number): Extraction {
  const reduced = correlation.clone();
  let communalities =
    squaredMultipleCorrelations(correlation) ?? new Float64Array(correlation.rows).fill(0.5);
  let total = communalities.reduce((sum, value) => sum + value, 0);
  for (let iterations = 1; iterations <= most; iterations += 1) {
    communalities.forEach((value, i) => reduced.set(i, i, value));
    const { values, vectors } = symmetricEigen(reduced);
    const loadings = loadingsFromEigen(values, vectors, q);
    communalities = Float64Array.from(Matrix.pow(loadings, 2).sum('row'));
    const next = communalities.reduce((sum, value) => sum + value, 0);
    if (Math.abs(next - total) < 1e-7) {
      const uniquenesses = communalities.map((value) => 1 - value);
      const heywood = [...uniquenesses.keys()].filter((i) => (uniquenesses[i] ?? NaN) < 0);
      return { ok: true, loadings, uniquenesses, iterations, heywood };
    }
    total = next;
  }
  return { ok: false, reason: 'no-convergence' };
}
