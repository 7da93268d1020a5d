import type { NotEstimable } from '../../estimate.ts';
import { completeRows } from '../../table/complete-rows.ts';
import { groupColumn } from '../../table/group-column.ts';
import { itemMatrix, type ItemMatrix, type ItemSelection } from '../../table/item-matrix.ts';
import type { Table } from '../../table/table.ts';
import { parseModel } from '../syntax/parse-model.ts';
import { modelVariables } from '../table/model-variables.ts';
import { ordinalMoments, type OrdinalMoments } from './ordinal-moments.ts';

export interface OrdinalGroups {
  readonly ok: true;
  readonly levels: readonly string[];
  readonly moments: readonly OrdinalMoments[];
  /** Complete rows of each group. */
  readonly rows: readonly ItemMatrix[];
}

export interface OrdinalGroupsOptions extends Omit<ItemSelection, 'items'> {
  readonly model: string;
  readonly group?: string | undefined;
  readonly groupLevels?: readonly string[] | undefined;
}

const pick = (matrix: ItemMatrix, isIn: (row: number) => boolean): ItemMatrix => {
  const k = matrix.names.length;
  const kept = Array.from({ length: matrix.n }, (_, row) => row).filter(isIn);
  const values = new Float64Array(kept.length * k);
  kept.forEach((row, to) => {
    values.set(matrix.values.subarray(row * k, (row + 1) * k), to * k);
  });
  return { names: matrix.names, n: kept.length, values };
};

/** The categories of each item that occur. */
function categoriesOf({ names, values }: ItemMatrix): string {
  const k = names.length;
  const seen = names.map(() => new Set<number>());
  values.forEach((value, cell) => seen[cell % k]?.add(value));
  return seen.map((set) => [...set].sort((a, b) => a - b).join(' ')).join('; ');
}

/**
 * Thresholds, polychoric correlations and Γ of the items of a model, for each group.
 *
 * See `ordinalMoments`.
 *
 * @param table named columns.
 * @param options the model, whose items are taken; keying; the grouping column.
 * @param onProgress called with the share done.
 * @returns moments and complete rows per group; 'too-few-groups' (none), 'too-few-respondents', 'empty-category' when the groups do
 *   not use the same categories, and the reasons of `ordinalMoments`.
 * @remarks Missing data: listwise on the items of the model; rows without group are left out.
 * @throws DomainError as `parseModel`, `modelVariables`, `itemMatrix`, `groupColumn`.
 * @see Muthén, B. (1984). Psychometrika 49, 115–132. https://doi.org/10.1007/BF02294210.
 */
export function readOrdinalGroups(
  table: Table,
  options: OrdinalGroupsOptions,
  onProgress?: (share: number) => void,
): OrdinalGroups | NotEstimable {
  const { model, group, groupLevels } = options;
  const { items } = modelVariables(parseModel(model));
  const reverse = (options.reverse ?? []).filter((name) => items.includes(name));
  const matrix = itemMatrix(table, { ...options, items, reverse });
  const grouping = group === undefined ? undefined : groupColumn(table, group, groupLevels);
  const levels = grouping?.levels ?? ['all'];
  const rows = levels.map((_, level) => {
    return completeRows(grouping ? pick(matrix, (row) => grouping.index[row] === level) : matrix);
  });
  if (rows.length === 0) return { ok: false, reason: 'too-few-groups' };
  if (rows.some(({ n }) => n < 2)) return { ok: false, reason: 'too-few-respondents' };
  if (new Set(rows.map(categoriesOf)).size > 1) return { ok: false, reason: 'empty-category' };
  const moments: OrdinalMoments[] = [];
  for (const [index, own] of rows.entries()) {
    const found = ordinalMoments(own, (share) => onProgress?.((index + share) / rows.length));
    if (!found.ok) return found;
    moments.push(found);
  }
  return { ok: true, levels, moments, rows };
}
