import type { Cell } from './place-parameter.ts';
import type { StructuralModel } from './parameter.ts';

export interface Candidate extends Cell {
  readonly lhs: string;
  readonly op: '=~' | '~~';
  readonly rhs: string;
  readonly group: number;
}

/**
 * The loadings and covariances a model leaves out and could have.
 *
 * Every factor on every item; every pair of items; every pair of factors. Those that are free are left out.
 *
 * @param model compiled.
 * @returns candidates, group by group.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Sörbom, D. (1989). https://doi.org/10.1007/BF02294623. Reference program: lavaan 0.6-14 `modindices`.
 */
export function listCandidates({
  items,
  factors,
  groups,
  parameters,
}: StructuralModel): Candidate[] {
  return groups.flatMap((_, group) => {
    const free = new Set(
      parameters
        .filter((row) => row.group === group && row.parameter >= 0)
        .map(({ matrix, row, column }) => `${matrix} ${row} ${column}`),
    );
    const loadings = factors.flatMap((lhs, column) =>
      items.map((rhs, row): Candidate => {
        return { lhs, op: '=~', rhs, group, matrix: 'loadings', row, column };
      }),
    );
    const pairs = (names: readonly string[], matrix: 'residuals' | 'latent') =>
      names.flatMap((lhs, column) =>
        names.slice(column + 1).map((rhs, step): Candidate => {
          return { lhs, op: '~~', rhs, group, matrix, row: column + 1 + step, column };
        }),
      );
    return [...loadings, ...pairs(items, 'residuals'), ...pairs(factors, 'latent')].filter(
      ({ matrix, row, column }) => !free.has(`${matrix} ${row} ${column}`),
    );
  });
}
