import { DomainError } from '../errors.ts';
import { completeRows } from '../table/complete-rows.ts';
import { groupColumn } from '../table/group-column.ts';
import { itemMatrix, type ItemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';

export type MissingData = 'listwise' | 'fiml';

export interface ModelDataOptions extends Omit<ItemSelection, 'items'> {
  readonly group?: string | undefined;
  readonly groupLevels?: readonly string[] | undefined;
  readonly missing?: MissingData | undefined;
}

export interface ModelData {
  /** Labels of the groups; one empty label without a grouping. */
  readonly levels: readonly string[];
  /** Answers of each group as estimation takes them. */
  readonly groups: readonly ItemMatrix[];
  /** Complete rows of all groups. */
  readonly complete: ItemMatrix;
  /** Rows of the table. */
  readonly n: number;
}

/**
 * The answers a structural model is about, group by group.
 *
 * No formula.
 *
 * @param table the researcher's table.
 * @param items the model's items.
 * @param options reverse-keying, groups, missing data.
 * @returns a matrix for each group; listwise: complete rows only, fiml: rows with at least one answer.
 * @remarks Missing data: as selected. Rows without a group, or of other levels, are left out.
 * @throws DomainError as `itemMatrix` and `groupColumn`; 'level-without-rows'.
 * @see Enders, C. K. (2010). Applied Missing Data Analysis, ch. 2 and 4.
 */
export function modelData(
  table: Table,
  items: readonly string[],
  { reverse = [], minCategory, maxCategory, group, groupLevels, missing }: ModelDataOptions,
): ModelData {
  const reversed = reverse.filter((name) => items.includes(name));
  const matrix = itemMatrix(table, { items, reverse: reversed, minCategory, maxCategory });
  const k = items.length;
  const grouping = group === undefined ? undefined : groupColumn(table, group, groupLevels);
  const levels = grouping?.levels ?? [''];
  const split = levels.map((name, level): ItemMatrix => {
    if (!grouping) return matrix;
    const rows: number[] = [];
    for (let row = 0; row < matrix.n; row += 1) if (grouping.index[row] === level) rows.push(row);
    if (rows.length === 0) throw new DomainError('level-without-rows', { name });
    const values = new Float64Array(rows.length * k);
    rows.forEach((row, r) => {
      values.set(matrix.values.subarray(row * k, (row + 1) * k), r * k);
    });
    return { names: items, n: rows.length, values };
  });
  const complete = split.map(completeRows);
  const all = new Float64Array(complete.reduce((sum, { n }) => sum + n * k, 0));
  let place = 0;
  for (const { values } of complete) {
    all.set(values, place);
    place += values.length;
  }
  return {
    ...{ levels, n: table.n },
    groups: missing === 'fiml' ? split : complete,
    complete: { names: items, n: all.length / k, values: all },
  };
}
