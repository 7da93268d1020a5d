import { determinant, Matrix, solve } from 'ml-matrix';
import type { Interval } from '../../estimate.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';
import { rmseaInterval } from '../../models/fit/rmsea-interval.ts';

export interface ExploratoryFit {
  /** ln|Σ| − ln|R| + tr(Σ⁻¹R) − p; infinite where R is singular, NaN where Σ is. */
  readonly objective: number;
  readonly degreesOfFreedom: number;
  /** Undefined where no degrees of freedom are left, or Σ is not positive definite. */
  readonly chiSquare?: number;
  readonly p?: number;
  readonly rmsea?: number;
  readonly rmseaInterval90?: Interval;
  readonly tli?: number;
  readonly bic?: number;
  /** n Σ_{i ≠ j} e_ij², over both triangles. */
  readonly empiricalChiSquare: number;
  /** Root mean square of the off-diagonal residuals. */
  readonly rmsr: number;
  /** The same over twice the degrees of freedom. */
  readonly rmsrCorrected?: number;
  /** 1 − Σ e_ij² / Σ r_ij², off the diagonal. */
  readonly offDiagonalFit: number;
}

function offDiagonalSquares(matrix: Matrix): number {
  return (
    Matrix.pow(matrix, 2).sum() - matrix.diagonal().reduce((sum, value) => sum + value ** 2, 0)
  );
}

/** The likelihood discrepancy of R from Σ; NaN when Σ is singular, infinite when R is. */
function discrepancy(correlation: Matrix, implied: Matrix): number {
  try {
    const ratio = solve(implied, correlation);
    return ratio.trace() - Math.log(determinant(ratio)) - correlation.rows;
  } catch {
    return NaN;
  }
}

/**
 * How well q factors reproduce a correlation matrix.
 *
 * Σ = ΛΦΛ' with the diagonal of R. χ² = F (n − 1 − (2p + 5)/6 − 2q/3) on ((p − q)² − p − q)/2 degrees of
 * freedom; RMSEA = √max(0, χ²/(df n) − 1/(n − 1)); TLI against independence, χ²_0 = −ln|R| (n − 1 −
 * (2p + 5)/6).
 *
 * @param correlation R, p × p.
 * @param common ΛΦΛ', p × p; rotation does not change it.
 * @param q number of factors.
 * @param n respondents.
 * @returns the indices; those that rest on the likelihood are left out where it is not defined.
 * @remarks Missing data: as in the matrix given. No degrees of freedom: no test.
 * @throws never.
 * @see Bartlett, M. S. (1951). The effect of standardization on a χ² approximation in factor analysis.
 *   Biometrika 38, 337–344. https://doi.org/10.1093/biomet/38.3-4.337; Tucker, L. R., Lewis, C. (1973).
 *   https://doi.org/10.1007/BF02291170; Steiger, J. H. (1990).
 *   https://doi.org/10.1207/s15327906mbr2502_4. Reference values: psych 2.2.9 `fa`.
 */
export function exploratoryFit(
  correlation: Matrix,
  common: Matrix,
  q: number,
  n: number,
): ExploratoryFit {
  const p = correlation.rows;
  const residuals = Matrix.sub(correlation, common);
  const implied = common.clone();
  for (let i = 0; i < p; i += 1) implied.set(i, i, correlation.get(i, i));
  const squares = offDiagonalSquares(residuals);
  const degreesOfFreedom = ((p - q) ** 2 - p - q) / 2;
  const objective = discrepancy(correlation, implied);
  const residual = {
    objective,
    degreesOfFreedom,
    empiricalChiSquare: n * squares,
    rmsr: Math.sqrt(squares / (p * (p - 1))),
    offDiagonalFit: 1 - squares / offDiagonalSquares(correlation),
  };
  if (!(degreesOfFreedom > 0)) return residual;
  const rmsrCorrected = Math.sqrt(squares / (2 * degreesOfFreedom));
  if (!Number.isFinite(objective)) return { ...residual, rmsrCorrected };
  const factor = n - 1 - (2 * p + 5) / 6;
  const chiSquare = Math.max(0, objective * (factor - (2 * q) / 3));
  const independence = (-Math.log(determinant(correlation)) * factor) / ((p * (p - 1)) / 2);
  return {
    ...residual,
    rmsrCorrected,
    chiSquare,
    p: chiSquareP(chiSquare, degreesOfFreedom),
    rmsea: Math.sqrt(Math.max(0, chiSquare / (degreesOfFreedom * n) - 1 / (n - 1))),
    rmseaInterval90: rmseaInterval(chiSquare, degreesOfFreedom, n),
    tli: (independence - chiSquare / degreesOfFreedom) / (independence - 1),
    bic: chiSquare - degreesOfFreedom * Math.log(n),
  };
}
