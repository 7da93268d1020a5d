import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import type { ChiSquareTest } from './likelihood-ratio-test.ts';
import type { StratifiedTable } from './stratified-table.ts';
import { usableStrata } from './usable-strata.ts';

/**
 * Mantel's test of an item's mean score by group within matching scores, without continuity correction.
 *
 * χ² = (Σ_s F_s − Σ_s E F_s)² / Σ_s Var F_s with F_s the focal group's sum of scores,
 * E F_s = n_sF/n_s Σ_k y_k m_sk and Var F_s = n_sR n_sF / (n_s²(n_s − 1)) · (n_s Σ y_k² m_sk − (Σ y_k m_sk)²).
 *
 * @param table counts by matching score and group.
 * @returns χ² with one degree of freedom.
 * @remarks Missing data: left out in the table. No matching score with both groups: 'too-few-respondents';
 *   all answers equal within each of them: 'zero-variance'.
 * @throws never.
 * @see Mantel, N. (1963). https://doi.org/10.1080/01621459.1963.10500879; Zwick et al. (1993)
 *   https://doi.org/10.1111/j.1745-3984.1993.tb00425.x, eq. 3. Reference values: coin 1.4.2 `lbl_test`.
 */
export function mantelTest(table: StratifiedTable): (ChiSquareTest & { ok: true }) | NotEstimable {
  let difference = 0;
  let variance = 0;
  const strata = usableStrata(table);
  for (const { reference, focal, nReference, nFocal } of strata) {
    const n = nReference + nFocal;
    let [sum, squares, observed] = [0, 0, 0];
    table.scores.forEach((score, k) => {
      const both = (reference[k] ?? 0) + (focal[k] ?? 0);
      sum += score * both;
      squares += score * score * both;
      observed += score * (focal[k] ?? 0);
    });
    difference += observed - (nFocal * sum) / n;
    variance += ((nReference * nFocal) / (n * n * (n - 1))) * (n * squares - sum * sum);
  }
  if (strata.length === 0) return { ok: false, reason: 'too-few-respondents' };
  if (!(variance > 1e-12)) return { ok: false, reason: 'zero-variance' };
  const chiSquare = (difference * difference) / variance;
  return { ok: true, chiSquare, degreesOfFreedom: 1, p: chiSquareP(chiSquare, 1) };
}
