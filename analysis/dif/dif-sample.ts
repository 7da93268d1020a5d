import { DomainError } from '../errors.ts';
import { groupColumn } from '../table/group-column.ts';
import { itemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';

export interface DifSelection extends ItemSelection {
  /** Column of the group. */
  readonly group: string;
  /** Labels of the two groups; default where the column has exactly two: the first is the reference. */
  readonly reference?: string | undefined;
  readonly focal?: string | undefined;
}

/** Complete answers of two groups. */
export interface DifSample {
  readonly names: readonly string[];
  readonly n: number;
  /** n × k, row-major. */
  readonly values: Float64Array;
  /** 0 reference, 1 focal. */
  readonly group: Int32Array;
  readonly reference: string;
  readonly focal: string;
  readonly nReference: number;
  readonly nFocal: number;
}

function twoLevels(table: Table, { group, reference, focal }: DifSelection): [string, string] {
  const { levels } = groupColumn(table, group);
  for (const label of [reference, focal]) {
    if (label !== undefined && !levels.includes(label))
      throw new DomainError('unknown-group', { label });
  }
  if (reference !== undefined && focal !== undefined) {
    if (reference === focal) throw new DomainError('duplicate-level', { name: group });
    return [reference, focal];
  }
  if (levels.length !== 2)
    throw new DomainError('groups-not-two', { group, levels: levels.length });
  const [first = '', second = ''] = levels;
  const base = reference ?? (focal === first ? second : first);
  return [base, base === first ? second : first];
}

/**
 * The respondents of a reference and a focal group who answered every item.
 *
 * Row r stays when its group is one of the two and no x_ri is missing.
 *
 * @param table named columns.
 * @param selection items, reverse-keyed items, the group's column and the labels of the two groups.
 * @returns n × k complete answers with the groups as 0 and 1.
 * @remarks Missing data: listwise. Nobody left: n = 0.
 * @throws DomainError 'groups-not-two' when the labels are needed and not given, 'unknown-group', and those of
 *   `itemMatrix` and `groupColumn`.
 * @see Holland, P. W., Wainer, H. (Eds.) (1993). Differential Item Functioning. Lawrence Erlbaum, ch. 3.
 */
export function difSample(table: Table, selection: DifSelection): DifSample {
  const matrix = itemMatrix(table, selection);
  const [reference, focal] = twoLevels(table, selection);
  const { index } = groupColumn(table, selection.group, [reference, focal]);
  const k = matrix.names.length;
  const values = new Float64Array(matrix.values.length);
  const group = new Int32Array(matrix.n);
  let n = 0;
  for (let row = 0; row < matrix.n; row += 1) {
    const cells = matrix.values.subarray(row * k, (row + 1) * k);
    const level = index[row] ?? -1;
    if (level < 0 || cells.some(Number.isNaN)) continue;
    values.set(cells, n * k);
    group[n] = level;
    n += 1;
  }
  const nFocal = group.subarray(0, n).reduce((sum, level) => sum + level, 0);
  return {
    ...{ names: matrix.names, n, values: values.slice(0, n * k), group: group.slice(0, n) },
    ...{ reference, focal, nReference: n - nFocal, nFocal },
  };
}
