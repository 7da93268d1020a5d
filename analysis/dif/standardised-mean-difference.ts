import type { NotEstimable } from '../estimate.ts';
import type { StratifiedTable } from './stratified-table.ts';
import { usableStrata } from './usable-strata.ts';

export interface StandardisedMeanDifference {
  readonly ok: true;
  /** In points of the item. */
  readonly difference: number;
  /** In pooled standard deviations of the item. */
  readonly overPooledSd: number;
}

/** Sum of squared deviations and n of a group's answers. */
function spread(table: StratifiedTable, group: 0 | 1): { squares: number; n: number } {
  const categories = table.scores.length;
  const totals = new Float64Array(categories);
  table.counts.forEach((count, cell) => {
    if (Math.floor(cell / categories) % 2 !== group) return;
    totals[cell % categories] = (totals[cell % categories] ?? 0) + count;
  });
  const n = totals.reduce((sum, count) => sum + count, 0);
  const mean = totals.reduce((sum, count, k) => sum + count * (table.scores[k] ?? 0), 0) / n;
  const squares = totals.reduce(
    (sum, count, k) => sum + count * ((table.scores[k] ?? 0) - mean) ** 2,
    0,
  );
  return { squares, n };
}

/**
 * Difference of an item's means, focal minus reference group, at the focal group's matching scores.
 *
 * SMD = Σ_s n_sF/n_F (ȳ_sF − ȳ_sR) over matching scores with both groups; divided by the pooled standard
 * deviation √((SS_R + SS_F)/(n_R + n_F − 2)) of all answers.
 *
 * @param table counts by matching score and group.
 * @returns below 0 the focal group answers lower at the same matching score.
 * @remarks Missing data: left out in the table. No matching score with both groups: 'too-few-respondents'; no
 *   variance within the groups: 'zero-variance'.
 * @throws never.
 * @see Dorans, N. J., Schmitt, A. P. (1991). ETS Research Report 91-47.
 *   https://doi.org/10.1002/j.2333-8504.1991.tb01414.x; Zwick, R., Thayer, D. T., Mazzeo, J. (1997).
 *   https://doi.org/10.1207/s15324818ame1004_2.
 */
export function standardisedMeanDifference(
  table: StratifiedTable,
): StandardisedMeanDifference | NotEstimable {
  const strata = usableStrata(table);
  if (strata.length === 0) return { ok: false, reason: 'too-few-respondents' };
  const total = (counts: Float64Array) =>
    counts.reduce((sum, count, k) => sum + count * (table.scores[k] ?? 0), 0);
  let [weighted, weights] = [0, 0];
  for (const { reference, focal, nReference, nFocal } of strata) {
    weighted += nFocal * (total(focal) / nFocal - total(reference) / nReference);
    weights += nFocal;
  }
  const [first, second] = [spread(table, 0), spread(table, 1)];
  const degreesOfFreedom = first.n + second.n - 2;
  const sd = Math.sqrt((first.squares + second.squares) / degreesOfFreedom);
  if (!(degreesOfFreedom > 0 && sd > 0)) return { ok: false, reason: 'zero-variance' };
  return { ok: true, difference: weighted / weights, overPooledSd: weighted / weights / sd };
}
