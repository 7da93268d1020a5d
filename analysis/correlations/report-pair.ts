import type { Interval, NotEstimable } from '../estimate.ts';
import type { ItemPairTables } from '../psychometrics/item-pair-tables.ts';
import { correlationTest } from './correlation-test.ts';
import { kendallTauB } from './kendall-tau-b.ts';
import { pairTable } from './pair-table.ts';
import { polychoricFromTable, type PolychoricEstimate } from './polychoric-from-table.ts';
import { polychoricMlFromTable, type PolychoricMlEstimate } from './polychoric-ml-from-table.ts';

/** Everything about two items; polychoric parts only of ordered ones. */
export interface PairReport {
  readonly x: string;
  readonly y: string;
  readonly n: number;
  readonly pearson: {
    readonly r: number | null;
    readonly t: number | null;
    readonly df: number;
    readonly pValue: number | null;
    readonly interval: Interval | null;
  };
  readonly kendallTauB: number | null;
  /** Counts of the categories that occur; rows x, columns y. */
  readonly table: readonly (readonly number[])[];
  readonly twoStep: PolychoricEstimate | NotEstimable;
  readonly maximumLikelihood: PolychoricMlEstimate | NotEstimable;
}

/**
 * Two ordered items in detail: contingency table, Pearson's r with its test, Kendall's τ_b, the polychoric
 * correlation two-step and by maximum likelihood.
 *
 * See the functions composed.
 *
 * @param tables item pair tables; complete cases are used.
 * @param pair names and places of the two items, and Pearson's r of their values.
 * @returns the report; null where the data do not determine a number.
 * @remarks Missing data: listwise on the items of the tables.
 * @throws never.
 * @see the functions composed. Reference values: polycor 0.8-1, R 4.2.2 `cor.test`.
 */
export function reportPair(
  tables: ItemPairTables,
  pair: { x: string; y: string; first: number; second: number; r: number },
): PairReport {
  const { x, y, first, second, r } = pair;
  const table = pairTable(tables, 'listwise', first, second);
  const n = tables.completeCases;
  const tau = kendallTauB(table);
  const isTestable = n > 2 && Number.isFinite(r);
  const test = isTestable ? correlationTest(r, n) : undefined;
  return {
    ...{ x, y, n },
    pearson: {
      r: Number.isFinite(r) ? r : null,
      t: test && Number.isFinite(test.t) ? test.t : null,
      df: Math.max(0, n - 2),
      pValue: test?.pValue ?? null,
      interval: test?.interval ?? null,
    },
    kendallTauB: tau.ok ? tau.value : null,
    table: Array.from({ length: table.rows }, (_, row) =>
      Array.from(table.counts.subarray(row * table.columns, (row + 1) * table.columns)),
    ),
    twoStep: polychoricFromTable(table),
    maximumLikelihood: polychoricMlFromTable(table),
  };
}
