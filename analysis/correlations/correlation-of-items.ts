import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../estimate.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';
import { correlationFromCovariance } from '../psychometrics/correlation-from-covariance.ts';
import { covarianceOfRows } from '../psychometrics/covariance-of-rows.ts';
import { pairTablesOfMatrix } from './pair-tables-of-matrix.ts';
import { polychoricMatrix } from './polychoric-matrix.ts';

export const correlationKinds = ['pearson', 'polychoric'] as const;

export type CorrelationKind = (typeof correlationKinds)[number];

/**
 * The correlation matrix of complete rows, of the kind asked for.
 *
 * Pearson r_ij = s_ij / √(s_ii s_jj); polychoric: two-step maximum likelihood.
 *
 * @param rows n × k without missing answers.
 * @param kind 'pearson' or 'polychoric'.
 * @returns k × k with 1 in the diagonal.
 * @remarks Missing data: none allowed. Fewer than three rows: 'too-few-respondents'; an item that does
 *   not vary: 'zero-variance'.
 * @throws ShapeError 'rows-by-columns'; DomainError 'too-many-categories' of `pairTablesOfMatrix`.
 * @see Olsson, U. (1979). Maximum likelihood estimation of the polychoric correlation coefficient.
 *   Psychometrika 44, 443–460. https://doi.org/10.1007/BF02296207. Reference values: R 4.2.2 `cor`,
 *   lavaan 0.6.14 `lavCor`.
 */
export function correlationOfItems(
  rows: ItemMatrix,
  kind: CorrelationKind,
): { readonly ok: true; readonly matrix: Matrix } | NotEstimable {
  if (rows.n < 3) return { ok: false, reason: 'too-few-respondents' };
  const { covariance } = covarianceOfRows(rows);
  if (covariance.diagonal().some((variance) => variance <= 0)) {
    return { ok: false, reason: 'zero-variance' };
  }
  if (kind === 'polychoric') {
    const { correlations, pairs } = polychoricMatrix(pairTablesOfMatrix(rows), 'listwise');
    for (const { estimate } of pairs) if (!estimate.ok) return estimate;
    return { ok: true, matrix: correlations };
  }
  return { ok: true, matrix: correlationFromCovariance(covariance) };
}
