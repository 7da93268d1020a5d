import type { StratifiedTable } from './stratified-table.ts';

/** One matching score at which both groups are present. */
export interface Stratum {
  /** Counts by category. */
  readonly reference: Float64Array;
  readonly focal: Float64Array;
  readonly nReference: number;
  readonly nFocal: number;
}

const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);

/**
 * The matching scores at which both groups can be compared.
 *
 * Stratum s is kept when n_sR > 0 and n_sF > 0.
 *
 * @param table counts by matching score and group.
 * @returns strata in ascending order of the matching score.
 * @remarks Missing data: not here. Strata with one group say nothing of a difference; none left: an empty list.
 * @throws never.
 * @see Mantel, N. (1963). J Am Statist Assoc 58, 690–700. https://doi.org/10.1080/01621459.1963.10500879.
 */
export function usableStrata(table: StratifiedTable): Stratum[] {
  const categories = table.scores.length;
  return Array.from(table.matching, (_, s) => {
    const start = 2 * s * categories;
    const reference = table.counts.subarray(start, start + categories);
    const focal = table.counts.subarray(start + categories, start + 2 * categories);
    return { reference, focal, nReference: sum(reference), nFocal: sum(focal) };
  }).filter(({ nReference, nFocal }) => nReference > 0 && nFocal > 0);
}
