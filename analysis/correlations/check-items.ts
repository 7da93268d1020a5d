import type { Estimate } from '../estimate.ts';
import { describeItemTables } from '../psychometrics/describe-item-tables.ts';
import { itemCovariance } from '../psychometrics/item-covariance.ts';
import { cronbachAlphaFromCovariance } from '../psychometrics/cronbach-alpha-from-covariance.ts';
import { itemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { matrixRows } from './matrix-rows.ts';
import { pairTablesOfMatrix } from './pair-tables-of-matrix.ts';

export interface ItemCheck {
  readonly n: number;
  readonly complete: number;
  readonly missing: 'listwise';
  readonly itemsWithoutAnswers: readonly string[];
  readonly itemsWithoutVariance: readonly string[];
  /** Pairs of items whose answers determine each other: r = 1 (the same item twice) or r = −1. */
  readonly perfectlyCorrelated: readonly {
    readonly items: readonly string[];
    readonly r: 1 | -1;
  }[];
  /** Two answers each: alpha is KR-20. */
  readonly isDichotomous: boolean;
  /** Raw alpha of all items, those without variance among them. */
  readonly alpha: Estimate;
  readonly alphaOfVaryingItems: Estimate;
  /** Pearson; null with an item without variance. */
  readonly correlations: readonly (readonly (number | null)[])[];
  /** Of the correlations; null where one is undefined. Zero: no KMO, no Bartlett test, no ML factors. */
  readonly smallestEigenvalue: number | null;
  readonly determinant: number | null;
}

/**
 * What in the items themselves stands in the way of an analysis: no answers, no variance, the same item twice.
 *
 * r_ij = ±1 to 12 digits; λ_min and |R| = Π λ of the correlation matrix; alpha with and without the items that
 * do not vary.
 *
 * @param table named columns.
 * @param selection items and their keying.
 * @returns the names of what is wrong, and the numbers that show it.
 * @remarks Missing data: listwise; an item without answers leaves no complete row, so it is named.
 * @throws DomainError as `itemMatrix`, 'too-many-categories'.
 * @see Cronbach, L. J. (1951). https://doi.org/10.1007/BF02310555; Kuder, G. F., Richardson, M. W. (1937).
 *   https://doi.org/10.1007/BF02288391. Reference values: psych 2.2.9 `alpha`, R 4.2.2 `cor`, `det`, `eigen`.
 */
export function checkItems(table: Table, selection: ItemSelection): ItemCheck {
  const { names, n, values } = itemMatrix(table, selection);
  const tables = pairTablesOfMatrix({ names, n, values });
  const { items, complete, correlations, eigenvalues } = describeItemTables(tables);
  const covariance = itemCovariance(tables, 'listwise');
  const varying = [...names.keys()].filter((item) => covariance.get(item, item) > 0);
  const named = (test: (item: number) => boolean) => names.filter((_, item) => test(item));
  const perfectlyCorrelated = names.flatMap((name, i) =>
    names.slice(i + 1).flatMap((other, after) => {
      const r = correlations.get(i, i + 1 + after);
      const isPerfect = Math.abs(r) > 1 - 1e-12;
      return isPerfect ? [{ items: [name, other], r: r > 0 ? (1 as const) : (-1 as const) }] : [];
    }),
  );
  return {
    ...{ n, complete, missing: 'listwise' },
    itemsWithoutAnswers: named((item) => items[item]?.n === 0),
    itemsWithoutVariance: complete > 1 ? named((item) => !varying.includes(item)) : [],
    perfectlyCorrelated,
    isDichotomous: items.every(({ counts }) => counts.length === 2),
    alpha: cronbachAlphaFromCovariance(covariance),
    alphaOfVaryingItems: cronbachAlphaFromCovariance(covariance.selection(varying, varying)),
    correlations: matrixRows(correlations),
    smallestEigenvalue: eigenvalues?.at(-1) ?? null,
    determinant: eigenvalues?.reduce((product, value) => product * value, 1) ?? null,
  };
}
