import type { Grouping } from '../table/group-column.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

export interface GroupAgreement {
  readonly level: string;
  readonly n: number;
  /** In [0, 1]; 1 when all of the group answered alike. */
  readonly rwg: number;
}

/**
 * Agreement within groups, r_wg(j), against answers drawn at random.
 *
 * r_wg(j) = j (1 − s̄²/σ²) / (j (1 − s̄²/σ²) + s̄²/σ²), s̄² the mean variance of the j items within the group
 * and σ² = (A² − 1)/12 of a uniform choice among A options; for one item 1 − s²/σ².
 *
 * @param matrix n × j answers of complete rows.
 * @param grouping the group of each row of the matrix.
 * @param options number of answer options A, ≥ 2.
 * @returns one per group of at least two people, in their order; a variance above σ² gives 0.
 * @remarks Missing data: complete rows. Groups of one have no variance and are left out.
 * @throws never.
 * @see James, L. R., Demaree, R. G., Wolf, G. (1984). https://doi.org/10.1037/0021-9010.69.1.85. Reference
 *   values: multilevel 2.7 `rwg.j`.
 */
export function withinGroupAgreement(
  matrix: ItemMatrix,
  grouping: Grouping,
  options: number,
): GroupAgreement[] {
  const j = matrix.names.length;
  const rows = grouping.levels.map((): number[] => []);
  for (let row = 0; row < matrix.n; row += 1) rows[grouping.index[row] ?? -1]?.push(row);
  const random = (options * options - 1) / 12;
  return grouping.levels.flatMap((level, g) => {
    const members = rows[g] ?? [];
    if (members.length < 2) return [];
    let variances = 0;
    for (let item = 0; item < j; item += 1) {
      const answers = members.map((row) => matrix.values[row * j + item] ?? NaN);
      const mean = answers.reduce((sum, x) => sum + x, 0) / answers.length;
      variances += answers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (answers.length - 1);
    }
    const share = Math.min(1, variances / j / random);
    return [{ level, n: members.length, rwg: (j * (1 - share)) / (j * (1 - share) + share) }];
  });
}
