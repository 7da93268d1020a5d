import type { Estimate } from '../estimate.ts';
import type { StratifiedTable } from './stratified-table.ts';
import { usableStrata } from './usable-strata.ts';

/**
 * Liu and Agresti's cumulative common log odds ratio of an item by group within matching scores.
 *
 * log Ψ, Ψ = Σ_s n_s⁻¹ Σ_j R_s(>j) F_s(≤j) / Σ_s n_s⁻¹ Σ_j R_s(≤j) F_s(>j) over the K − 1 cuts j, with R and F
 * the numbers of the reference and the focal group.
 *
 * @param table counts by matching score and group.
 * @returns (−∞, ∞); above 0 the reference group answers higher at the same matching score.
 * @remarks Missing data: left out in the table. No matching score with both groups: 'too-few-respondents';
 *   one category: 'zero-variance'; one of the sums 0: 'separation'.
 * @throws never.
 * @see Liu, I.-M., Agresti, A. (1996). Biometrics 52, 1223–1234. https://doi.org/10.2307/2532838; Penfield, R. D.,
 *   Algina, J. (2003). J Educ Meas 40, 353–370. https://doi.org/10.1111/j.1745-3984.2003.tb01151.x.
 */
export function liuAgrestiLogOdds(table: StratifiedTable): Estimate {
  const strata = usableStrata(table);
  if (strata.length === 0) return { ok: false, reason: 'too-few-respondents' };
  if (table.scores.length < 2) return { ok: false, reason: 'zero-variance' };
  let [referenceHigher, focalHigher] = [0, 0];
  for (const { reference, focal, nReference, nFocal } of strata) {
    let [referenceBelow, focalBelow] = [0, 0];
    for (let j = 0; j < table.scores.length - 1; j += 1) {
      referenceBelow += reference[j] ?? 0;
      focalBelow += focal[j] ?? 0;
      const n = nReference + nFocal;
      referenceHigher += ((nReference - referenceBelow) * focalBelow) / n;
      focalHigher += (referenceBelow * (nFocal - focalBelow)) / n;
    }
  }
  if (!(referenceHigher > 0 && focalHigher > 0)) return { ok: false, reason: 'separation' };
  return { ok: true, value: Math.log(referenceHigher / focalHigher) };
}
