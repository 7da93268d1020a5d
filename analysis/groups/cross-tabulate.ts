import type { NotEstimable } from '../estimate.ts';
import { groupColumn } from '../table/group-column.ts';
import type { Table } from '../table/table.ts';
import { associationMeasures, type AssociationMeasures } from './association-measures.ts';
import { chiSquareTests, type ChiSquareTests } from './chi-square-tests.ts';
import { cochranArmitage, type TrendTest } from './cochran-armitage.ts';
import { compareTwoProportions, type TwoProportions } from './compare-two-proportions.ts';
import { fisherExact, type FisherExact, type FisherSettings } from './fisher-exact.ts';
import { proportionIntervals, type ProportionIntervals } from './proportion-intervals.ts';

export interface CrossTableOptions extends FisherSettings {
  readonly rows: string;
  readonly columns: string;
}

export interface CrossTableReport {
  /** Respondents with both. */
  readonly n: number;
  readonly missing: number;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly tests: ChiSquareTests;
  readonly association: AssociationMeasures | null;
  /** The share of the last column in every row, with its intervals. */
  readonly lastColumn: readonly (ProportionIntervals & { readonly level: string })[];
  /** Two by two: second row against first, for the last column. */
  readonly twoByTwo: TwoProportions | null;
  readonly fisherExact: FisherExact | NotEstimable | null;
  /** Two columns and rows that are numbers, which are their scores. */
  readonly trend: TrendTest | null;
}

/**
 * Two groupings crossed: table, tests of independence, strength of association, proportions.
 *
 * See the parts.
 *
 * @param table named columns.
 * @param options the two columns; confidence level.
 * @returns counts of the levels that occur, in their order (numbers ascending, words by code point).
 * @remarks Missing data: rows without one of the two are left out and counted.
 * @throws DomainError of `groupColumn`.
 * @see the parts. Reference values: R 4.2.2, vcd 1.4-11, effectsize 0.8.3.
 */
export function crossTabulate(table: Table, options: CrossTableOptions): CrossTableReport {
  const [row, column] = [groupColumn(table, options.rows), groupColumn(table, options.columns)];
  const all = row.levels.map(() => column.levels.map(() => 0));
  let n = 0;
  row.index.forEach((i, place) => {
    const j = column.index[place] ?? -1;
    const cells = all[i];
    if (!cells || j < 0) return;
    cells[j] = (cells[j] ?? 0) + 1;
    n += 1;
  });
  const keptRows = [...row.levels.keys()].filter((i) => all[i]?.some((count) => count > 0));
  const keptColumns = [...column.levels.keys()].filter((j) => all.some((c) => (c[j] ?? 0) > 0));
  const counts = keptRows.map((i) => keptColumns.map((j) => all[i]?.[j] ?? 0));
  const [rows, columns] = [
    keptRows.map((i) => row.levels[i] ?? ''),
    keptColumns.map((j) => column.levels[j] ?? ''),
  ];
  const sizes = counts.map((cells) => cells.reduce((sum, count) => sum + count, 0));
  const last = counts.map((cells) => cells.at(-1) ?? 0);
  const tests = chiSquareTests(counts);
  const isTwoByTwo = rows.length === 2 && columns.length === 2;
  const isOrdered =
    columns.length === 2 && rows.length > 2 && !rows.some((l) => Number.isNaN(Number(l)));
  const { level } = options;
  return {
    ...{ n, missing: table.n - n, rows, columns, counts, tests },
    association: tests.ok
      ? associationMeasures(tests.pearson.chiSquare, n, rows.length, columns.length)
      : null,
    lastColumn: rows.map((name, i) => ({
      level: name,
      ...proportionIntervals(last[i] ?? 0, sizes[i] ?? 0, level),
    })),
    twoByTwo: isTwoByTwo ? compareTwoProportions(counts.flat(), level) : null,
    fisherExact: isTwoByTwo ? fisherExact(counts.flat(), options) : null,
    trend: isOrdered ? cochranArmitage(last, sizes, rows.map(Number)) : null,
  };
}
