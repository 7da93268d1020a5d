import type { Matrix } from 'ml-matrix';
import { midRanks } from '../numeric/mid-ranks.ts';
import { correlationFromCovariance } from '../psychometrics/correlation-from-covariance.ts';
import { covarianceOfRows } from '../psychometrics/covariance-of-rows.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

/**
 * Spearman's rank correlations of all pairs of items, ties shared.
 *
 * ρ_ij = Pearson's correlation of the mid-ranks.
 *
 * @param rows n × k without missing answers.
 * @returns k × k in [−1, 1]; NaN in row and column of an item without variance.
 * @remarks Missing data: none allowed (`completeRows` first).
 * @throws ShapeError 'rows-by-columns'.
 * @see Spearman, C. (1904). The proof and measurement of association between two things. Am J Psychol 15,
 *   72–101. https://doi.org/10.2307/1412159. Reference values: R 4.2.2 `cor(method = "spearman")`.
 */
export function rankCorrelation(rows: ItemMatrix): Matrix {
  const k = rows.names.length;
  const values = new Float64Array(rows.values.length);
  rows.names.forEach((_, item) => {
    const column = Float64Array.from({ length: rows.n }, (_cell, row) => {
      return rows.values[row * k + item] ?? NaN;
    });
    midRanks(column).forEach((rank, row) => (values[row * k + item] = rank));
  });
  return correlationFromCovariance(covarianceOfRows({ ...rows, values }).covariance);
}
