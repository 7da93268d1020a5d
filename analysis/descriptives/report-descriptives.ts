import type { NotEstimable } from '../estimate.ts';
import { covarianceOfRows } from '../psychometrics/covariance-of-rows.ts';
import { correlationFromCovariance } from '../psychometrics/correlation-from-covariance.ts';
import { itemRestCorrelation } from '../psychometrics/item-rest-correlation.ts';
import { completeRows } from '../table/complete-rows.ts';
import { itemMatrix, type ItemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import { numberColumn } from '../table/number-column.ts';
import type { Table } from '../table/table.ts';
import { describeValues, type ValueDescription } from './describe-values.ts';
import { proratedSums } from './prorated-sums.ts';

export interface ItemDescription extends ValueDescription {
  readonly name: string;
  /** How often each value occurs; every whole number of the range where it is given. */
  readonly counts: readonly { readonly value: number; readonly count: number }[];
  /** Shares of those who answered, in [0, 1]; null when nobody did. */
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly topTwo: number | null;
  /** With the sum of the other items, over complete rows, reverse-keyed items turned. */
  readonly itemRestCorrelation: number | NotEstimable;
}

export interface DescriptivesReport {
  readonly n: number;
  readonly complete: number;
  readonly items: readonly ItemDescription[];
  readonly meanInteritemCorrelation: number | null;
  /** Sum of the items over complete rows; and prorated where at least half were answered. */
  readonly sum: ValueDescription;
  readonly proratedSum: ValueDescription;
}

type Range = Pick<ItemSelection, 'minCategory' | 'maxCategory'>;

function countValues(values: Float64Array, { minCategory, maxCategory }: Range) {
  const counts = new Map<number, number>();
  if (minCategory !== undefined && maxCategory !== undefined) {
    for (let value = minCategory; value <= maxCategory; value += 1) counts.set(value, 0);
  }
  for (const value of values) {
    if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([value, count]) => ({ value, count }));
}

function describeItem(name: string, values: Float64Array, range: Range) {
  const description = describeValues(values);
  const { n, min, max } = description;
  const [low, high] = [range.minCategory ?? min ?? NaN, range.maxCategory ?? max ?? NaN];
  const share = (test: (value: number) => boolean) => {
    return n === 0 ? null : values.filter((value) => test(value)).length / n;
  };
  return {
    ...{ name, ...description, counts: countValues(values, range) },
    floor: share((value) => value === low),
    ceiling: share((value) => value === high),
    topTwo: share((value) => value >= high - 1),
  };
}

/** Mean of the off-diagonal correlations; null where an item does not vary. */
function meanInteritem(rows: ItemMatrix): number | null {
  const k = rows.names.length;
  if (rows.n < 2 || k < 2) return null;
  const total = correlationFromCovariance(covarianceOfRows(rows).covariance).sum();
  return Number.isNaN(total) ? null : (total - k) / (k * (k - 1));
}

function sums(rows: ItemMatrix): Float64Array {
  const k = rows.names.length;
  return Float64Array.from({ length: rows.n }, (_, row) => {
    return rows.values.subarray(row * k, (row + 1) * k).reduce((sum, value) => sum + value, 0);
  });
}

/**
 * Items and their sum, described.
 *
 * Moments and counts per item on the answers as stored; item-rest correlations and sum scores after
 * reverse-keying; formulas at `describeValues`, `itemRestCorrelation`, `proratedSums`.
 *
 * @param table named columns.
 * @param options items, reverse-keyed ones, and the possible range of answers (floor, ceiling, counts);
 *   without it the range that occurs.
 * @returns one description per item and of the scale's sums.
 * @remarks Missing data: available answers per item; listwise for item-rest correlations and the sum;
 *   prorated where at least half were answered.
 * @throws DomainError as `itemMatrix`.
 * @see Terwee, C. B. et al. (2007). J Clin Epidemiol 60, 34–42. https://doi.org/10.1016/j.jclinepi.2006.03.012.
 *   Reference values: psych 2.2.9 `describe`, `alpha`.
 */
export function reportDescriptives(table: Table, options: ItemSelection): DescriptivesReport {
  const matrix = itemMatrix(table, options);
  const rows = completeRows(matrix);
  const { covariance } = covarianceOfRows(rows);
  const rest = (item: number) => {
    const estimate = itemRestCorrelation(covariance, item);
    return estimate.ok ? estimate.value : estimate;
  };
  return {
    n: matrix.n,
    complete: rows.n,
    items: options.items.map((name, item) => ({
      ...describeItem(name, numberColumn(table, name), options),
      itemRestCorrelation: rest(item),
    })),
    meanInteritemCorrelation: meanInteritem(rows),
    sum: describeValues(sums(rows)),
    proratedSum: describeValues(proratedSums(matrix)),
  };
}
