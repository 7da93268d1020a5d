import { DomainError } from '../errors.ts';
import { groupColumn, type Grouping } from '../table/group-column.ts';
import type { Table } from '../table/table.ts';

/**
 * The two groups to compare.
 *
 * Those named, or the two that occur.
 *
 * @param table named columns. @param group the column. @param first, second labels, or neither.
 * @returns a grouping of two levels.
 * @remarks Missing data: rows of other groups, or of none, have index −1.
 * @throws DomainError 'not-two-groups' when none is named and there are more or fewer; 'unknown-level'.
 * @see `groupColumn`.
 */
export function chooseLevels(
  table: Table,
  group: string,
  first?: string | number,
  second?: string | number,
): Grouping {
  const all = groupColumn(table, group);
  if (first === undefined && second === undefined) {
    if (all.levels.length !== 2) {
      throw new DomainError('not-two-groups', { group, levels: all.levels.length });
    }
    return all;
  }
  const named = [first, second].map((level) => (level === undefined ? undefined : String(level)));
  const levels = named.map((level) => {
    const chosen =
      level ?? (all.levels.length === 2 ? all.levels.find((l) => !named.includes(l)) : '');
    if (chosen === undefined || !all.levels.includes(chosen)) {
      throw new DomainError('unknown-level', { group, level: chosen ?? '' });
    }
    return chosen;
  });
  return groupColumn(table, group, levels);
}
