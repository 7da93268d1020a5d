import { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../estimate.ts';
import { extractMinres } from '../psychometrics/exploratory/extract-minres.ts';

export interface SchmidLeiman {
  readonly ok: true;
  /** Loading of each item on the general factor; their sum is not negative. */
  readonly general: readonly number[];
  /** p × q: what is left for each group factor. */
  readonly group: Matrix;
  /** Loading of each group factor on the general one. */
  readonly higherOrder: readonly number[];
}

/** γ of Φ = γγ′ + diag: three factors or more determine it, for two they are taken as equal. */
function higherOrderLoadings(phi: Matrix): number[] | undefined {
  if (phi.rows > 2) {
    const solution = extractMinres(phi, 1);
    return solution.ok ? solution.loadings.getColumn(0) : undefined;
  }
  const r = phi.get(0, 1);
  return [Math.sqrt(Math.abs(r)), Math.sign(r) * Math.sqrt(Math.abs(r))];
}

/**
 * Schmid–Leiman transformation: correlated factors as a general factor and uncorrelated group factors.
 *
 * Φ ≈ γγ′ + diag(1 − γ²) (one minimum-residual factor); general loadings g = Λγ, group loadings
 * λ_im √(1 − γ_m²).
 *
 * @param pattern Λ, p × q, q ≥ 2.
 * @param phi Φ, q × q factor correlations.
 * @returns loadings; with exact Φ, g² and the squared group loadings of an item sum to its communality.
 * @remarks Missing data: not applicable. Two factors determine only the product of their γ: equal ones are
 *   assumed, to be said beside the result. One factor: 'not-identified'. No solution: 'no-convergence'.
 * @throws never.
 * @see Schmid, J., Leiman, J. M. (1957). The development of hierarchical factor solutions. Psychometrika 22,
 *   53–61. https://doi.org/10.1007/BF02289209. Reference values: psych 2.2.9 `schmid`.
 */
export function schmidLeiman(pattern: Matrix, phi: Matrix): SchmidLeiman | NotEstimable {
  if (phi.rows < 2) return { ok: false, reason: 'not-identified' };
  const found = higherOrderLoadings(phi);
  if (!found) return { ok: false, reason: 'no-convergence' };
  const raw = pattern.mmul(Matrix.columnVector(found)).getColumn(0);
  const sign = raw.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
  const group = pattern.clone();
  found.forEach((value, m) => group.mulColumn(m, Math.sqrt(Math.max(0, 1 - value * value))));
  return {
    ok: true,
    general: raw.map((value) => sign * value),
    group,
    higherOrder: found.map((value) => sign * value),
  };
}
