import type { Matrix } from 'ml-matrix';
import { covarianceOfRows } from '../psychometrics/covariance-of-rows.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

/**
 * The sample covariance matrix of complete rows in which items that do not vary are exactly zero.
 *
 * As `covarianceOfRows`; rounding of a mean must not give a constant item a variance.
 *
 * @param rows n × k without missing answers.
 * @returns k × k, and the indexes of items without variance.
 * @remarks Missing data: none allowed. Fewer than two rows: NaN, and no item is named.
 * @throws ShapeError 'rows-by-columns'.
 * @see `covarianceOfRows`. Reference values: R 4.2.2 `cov`.
 */
export function covarianceOfItems(rows: ItemMatrix): {
  covariance: Matrix;
  constant: readonly number[];
} {
  const { covariance } = covarianceOfRows(rows);
  const k = rows.names.length;
  if (rows.n < 2) return { covariance, constant: [] };
  const constant = rows.names.flatMap((_, item) => {
    const isConstant = rows.values.every((value, cell) => {
      return cell % k !== item || value === rows.values[item];
    });
    return isConstant ? [item] : [];
  });
  for (const item of constant) covariance.mulRow(item, 0).mulColumn(item, 0);
  return { covariance, constant };
}
