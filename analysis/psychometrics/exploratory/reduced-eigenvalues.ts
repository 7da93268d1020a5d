import type { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../../numeric/symmetric-eigen.ts';
import { extractMinres } from './extract-minres.ts';

/**
 * Eigenvalues of a correlation matrix whose diagonal holds the communalities of one common factor.
 *
 * θ of R − Ψ, Ψ the uniquenesses of a one-factor minimum-residual solution: what is compared with random
 * data when factors, not components, are counted.
 *
 * @param correlation p × p.
 * @returns p values, descending; undefined when one factor does not converge.
 * @remarks Missing data: as in the matrix given.
 * @throws never.
 * @see Humphreys, L. G., Montanelli, R. G. (1975). An investigation of the parallel analysis criterion.
 *   Multivariate Behavioral Research 10, 193–205. https://doi.org/10.1207/s15327906mbr1002_5. Reference
 *   values: psych 2.2.9 `fa.parallel`.
 */
export function reducedEigenvalues(correlation: Matrix): Float64Array | undefined {
  const solution = extractMinres(correlation, 1);
  if (!solution.ok) return undefined;
  const reduced = correlation.clone();
  solution.uniquenesses.forEach((value, i) => reduced.set(i, i, 1 - value));
  return symmetricEigen(reduced).values;
}
