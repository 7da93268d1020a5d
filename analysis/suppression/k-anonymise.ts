import { ShapeError } from '../errors.ts';
import { requireMinimum } from './require-minimum.ts';
import { smallClasses } from './small-classes.ts';

export interface QuasiIdentifier {
  readonly id: string;
  /** From fine to coarse, each applied to the value of the one before: day → month → wave. */
  readonly generalisations: readonly ((value: string) => string)[];
  /** Whether the column may go altogether. */
  readonly mayDrop: boolean;
}

export interface KAnonymiseInput {
  /** n rows of quasi-identifiers, in the order of `columns`. */
  readonly rows: readonly (readonly string[])[];
  /** In the order in which they are coarsened, and after that dropped. */
  readonly columns: readonly QuasiIdentifier[];
  readonly minimumCellSize: number;
  /** Largest share of rows that may be suppressed at the end, in [0, 1]. */
  readonly maximumSuppressed: number;
}

export type CoarseningStep =
  | { readonly column: string; readonly action: 'generalised'; readonly level: number }
  | { readonly column: string; readonly action: 'dropped' };

export type KAnonymised =
  | {
      readonly ok: true;
      /** Values of the columns kept; null in place of a dropped column. */
      readonly rows: readonly (readonly (string | null)[])[];
      /** For each row its index in the input. */
      readonly indexes: readonly number[];
      readonly steps: readonly CoarseningStep[];
      readonly suppressedRows: number;
      readonly smallestClass: number;
    }
  | { readonly ok: false; readonly reason: 'below-minimum' | 'too-many-suppressed' };

/**
 * Coarsens the quasi-identifiers of a row export until every combination of their values is shared by
 * at least k rows.
 *
 * Full-domain generalisation: one step at a time, until all classes hold ≥ k rows — every column
 * through its hierarchy in the declared order, then columns that may be dropped in that order; at last
 * rows in small classes are suppressed (none, or at least k of them, see `smallClasses`).
 *
 * @param input rows, columns with their hierarchies, k, and how many rows may be lost.
 * @returns coarsened rows with what was done to them and the size of the smallest class; or withheld:
 *   fewer than k rows, or more to suppress than allowed.
 * @remarks Missing data: "not stated" is a value. k-anonymity hides who, not what: rows of a class may
 *   share an answer, so exports stay with the custodian.
 * @throws ShapeError 'columns' when a row has another number of values; DomainError
 *   'minimum-cell-size'.
 * @see Samarati, P. (2001). Protecting respondents' identities in microdata release. IEEE TKDE 13,
 *   1010–1027. https://doi.org/10.1109/69.971193. Property tested: every class ≥ k.
 */
export function kAnonymise(input: KAnonymiseInput): KAnonymised {
  const { rows, columns, minimumCellSize: k, maximumSuppressed } = input;
  requireMinimum(k);
  const misfit = rows.findIndex((row) => row.length !== columns.length);
  if (misfit >= 0) throw new ShapeError('columns', { row: misfit });
  if (rows.length < k) return { ok: false, reason: 'below-minimum' };

  let values: readonly (readonly (string | null)[])[] = rows;
  const replace = (column: number, change: (value: string) => string | null): void => {
    values = values.map((row) => {
      return row.map((v, index) => (index === column && v !== null ? change(v) : v));
    });
  };
  const classes = () =>
    smallClasses(
      values.map((row) => JSON.stringify(row)),
      k,
    );
  const plan = [
    ...columns.flatMap(({ id, generalisations }, column) =>
      generalisations.map((change, index) => ({
        step: { column: id, action: 'generalised' as const, level: index + 1 },
        run: () => replace(column, change),
      })),
    ),
    ...columns.flatMap(({ id, mayDrop }, column) =>
      mayDrop
        ? [
            {
              step: { column: id, action: 'dropped' as const },
              run: () => replace(column, () => null),
            },
          ]
        : [],
    ),
  ];
  const steps: CoarseningStep[] = [];
  let current = classes();
  for (const { step, run } of plan) {
    if (current.dropped.length === 0) break;
    run();
    steps.push(step);
    current = classes();
  }
  const { kept, dropped, smallestClass } = current;
  if (kept.length === 0 || dropped.length > maximumSuppressed * rows.length) {
    return { ok: false, reason: 'too-many-suppressed' };
  }
  return {
    ok: true,
    rows: kept.map((row) => values[row] ?? []),
    indexes: kept,
    steps,
    suppressedRows: dropped.length,
    smallestClass,
  };
}
