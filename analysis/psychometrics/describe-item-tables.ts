import type { Matrix } from 'ml-matrix';
import { shapeTypes, type ShapeTypes } from '../descriptives/shape-types.ts';
import { symmetricEigen } from '../numeric/symmetric-eigen.ts';
import { categoryCounts } from './category-counts.ts';
import { correlationFromCovariance } from './correlation-from-covariance.ts';
import { cronbachAlpha, type CronbachAlpha } from './cronbach-alpha.ts';
import { itemCovariance } from './item-covariance.ts';
import type { ItemPairTables } from './item-pair-tables.ts';

export interface TabulatedItem {
  readonly n: number;
  readonly counts: readonly { readonly value: number; readonly count: number }[];
  readonly mean: number | null;
  readonly sd: number | null;
  /** Undefined without variance or below four answers. */
  readonly skewness?: ShapeTypes;
  readonly kurtosis?: ShapeTypes;
}

export interface ItemTablesDescription {
  readonly n: number;
  /** Respondents who answered every item. */
  readonly complete: number;
  readonly items: readonly TabulatedItem[];
  /** Listwise. */
  readonly alpha: CronbachAlpha;
  readonly sum: { readonly mean: number | null; readonly sd: number | null };
  /** Pearson, listwise; NaN in row and column of an item without variance. */
  readonly correlations: Matrix;
  /** Of the correlations, descending; null where one is undefined. */
  readonly eigenvalues: Float64Array | null;
}

function describeItem(counts: readonly number[], scores: readonly number[]): TabulatedItem {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const listed = scores.map((value, place) => ({ value, count: counts[place] ?? 0 }));
  if (n === 0) return { n, counts: listed, mean: null, sd: null };
  const power = (r: number, centre: number) =>
    listed.reduce((sum, { value, count }) => sum + count * (value - centre) ** r, 0) / n;
  const mean = power(1, 0);
  const varies =
    new Set(listed.filter(({ count }) => count > 0).map(({ value }) => value)).size > 1;
  const m2 = varies ? power(2, mean) : 0;
  const sd = n < 2 ? null : Math.sqrt((m2 * n) / (n - 1));
  const shape = varies && n > 3 ? shapeTypes(n, m2, power(3, mean), power(4, mean)) : {};
  return { n, counts: listed, mean, sd, ...shape };
}

/**
 * What item pair tables say of items and of their sum: counts, moments, correlations, alpha.
 *
 * Everything from counts, so that its cost does not depend on the number of respondents: x̄_i = Σ c_a s_a / n,
 * shape as in `shapeTypes`, covariances as in `itemCovariance`, sum: Σ x̄_i and √(Σ Σ c_ij).
 *
 * @param tables item pair tables of the items, scores after reverse-keying.
 * @returns items in their order; the sum in the unit of the scores.
 * @remarks Missing data: available answers for counts and moments of an item; listwise for correlations, alpha
 *   and the sum. Items without variance have no shape and no correlations.
 * @throws DomainError 'no-items'.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18 (Burt matrix). Reference
 *   values: R 4.2.2 `cov`, `cor`, psych 2.2.9 `alpha`, `describe`.
 */
export function describeItemTables(tables: ItemPairTables): ItemTablesDescription {
  const covariance = itemCovariance(tables, 'listwise');
  const correlations = correlationFromCovariance(covariance);
  const n = tables.completeCases;
  const means = tables.items.map(({ scores }, item) => {
    const counts = categoryCounts(tables, item, 'listwise');
    return counts.reduce((sum, count, place) => sum + count * (scores[place] ?? NaN), 0) / n;
  });
  const isDefined = correlations.to1DArray().every((r) => !Number.isNaN(r));
  return {
    n: tables.n,
    complete: n,
    items: tables.items.map(({ scores }, item) =>
      describeItem(categoryCounts(tables, item), scores),
    ),
    alpha: cronbachAlpha(tables),
    sum: {
      mean: n > 0 ? means.reduce((sum, mean) => sum + mean, 0) : null,
      sd: n > 1 ? Math.sqrt(Math.max(0, covariance.sum())) : null,
    },
    correlations,
    eigenvalues: isDefined ? symmetricEigen(correlations).values : null,
  };
}
