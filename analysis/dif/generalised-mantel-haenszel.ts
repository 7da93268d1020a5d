import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { choleskyFactor } from '../numeric/cholesky-factor.ts';
import { choleskySolve } from '../numeric/cholesky-solve.ts';
import type { ChiSquareTest } from './likelihood-ratio-test.ts';
import type { StratifiedTable } from './stratified-table.ts';
import { usableStrata } from './usable-strata.ts';

/**
 * Generalised Cochran–Mantel–Haenszel test of an item's answers, as unordered categories, by group within
 * matching scores.
 *
 * χ² = dᵀ V⁻¹ d, d_k = Σ_s (f_sk − n_sF m_sk/n_s), V = Σ_s n_sR n_sF/(n_s²(n_s − 1)) (n_s diag(m_s) − m_s m_sᵀ),
 * over all categories but the last.
 *
 * @param table counts by matching score and group.
 * @returns χ² with K − 1 degrees of freedom, K the categories that occur where both groups are present.
 * @remarks Missing data: left out in the table. No matching score with both groups: 'too-few-respondents';
 *   fewer than two categories there: 'zero-variance'; V singular: 'not-identified'.
 * @throws never.
 * @see Landis, J. R., Heyman, E. R., Koch, G. G. (1978). Int Statist Rev 46, 237–254.
 *   https://doi.org/10.2307/1402373. Reference values: R 4.2.2 `mantelhaen.test`.
 */
export function generalisedMantelHaenszel(
  table: StratifiedTable,
): (ChiSquareTest & { ok: true }) | NotEstimable {
  const strata = usableStrata(table);
  if (strata.length === 0) return { ok: false, reason: 'too-few-respondents' };
  const occurring = [...table.scores.keys()].filter((k) =>
    strata.some(({ reference, focal }) => (reference[k] ?? 0) + (focal[k] ?? 0) > 0),
  );
  const size = occurring.length - 1;
  if (size < 1) return { ok: false, reason: 'zero-variance' };
  const difference = new Float64Array(size);
  const variance = new Float64Array(size * size);
  for (const { reference, focal, nReference, nFocal } of strata) {
    const n = nReference + nFocal;
    const factor = (nReference * nFocal) / (n * n * (n - 1));
    const both = occurring.map((k) => (reference[k] ?? 0) + (focal[k] ?? 0));
    for (let i = 0; i < size; i += 1) {
      const m = both[i] ?? 0;
      difference[i] = (difference[i] ?? 0) + (focal[occurring[i] ?? 0] ?? 0) - (nFocal * m) / n;
      for (let j = 0; j < size; j += 1) {
        const product = m * (both[j] ?? 0);
        const term = factor * ((i === j ? n * m : 0) - product);
        variance[i * size + j] = (variance[i * size + j] ?? 0) + term;
      }
    }
  }
  const cholesky = choleskyFactor(variance, size);
  if (!cholesky) return { ok: false, reason: 'not-identified' };
  const solved = choleskySolve(cholesky, difference);
  const chiSquare = solved.reduce((sum, value, i) => sum + value * (difference[i] ?? 0), 0);
  return { ok: true, chiSquare, degreesOfFreedom: size, p: chiSquareP(chiSquare, size) };
}
