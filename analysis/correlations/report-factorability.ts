import type { NotEstimable } from '../estimate.ts';
import { correlationFromCovariance } from '../psychometrics/correlation-from-covariance.ts';
import { covarianceOfRows } from '../psychometrics/covariance-of-rows.ts';
import { completeRows } from '../table/complete-rows.ts';
import { itemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { factorabilityFromCorrelation } from './factorability-from-correlation.ts';
import { pairTablesOfMatrix } from './pair-tables-of-matrix.ts';
import { polychoricMatrix } from './polychoric-matrix.ts';

export interface FactorabilityOptions extends ItemSelection {
  /** Default: 'pearson'. */
  readonly correlation?: 'pearson' | 'polychoric' | undefined;
}

export interface FactorabilityReport {
  readonly n: number;
  readonly correlation: 'pearson' | 'polychoric';
  readonly determinant: number;
  readonly kmo: number;
  readonly bartlett: { readonly chiSquare: number; readonly df: number; readonly pValue: number };
  readonly items: readonly {
    readonly name: string;
    readonly samplingAdequacy: number;
    readonly squaredMultipleCorrelation: number;
  }[];
}

/**
 * Whether items are worth a factor analysis, from a researcher's table.
 *
 * KMO and MSA, Bartlett's test, |R| and SMC of Pearson or two-step polychoric correlations.
 *
 * @param table named columns.
 * @param options items, their keying, and the kind of correlation.
 * @returns the measures; a reason when the correlations do not determine them.
 * @remarks Missing data: listwise.
 * @throws DomainError as `itemMatrix`, 'too-many-categories'.
 * @see `factorabilityFromCorrelation`. Reference values: psych 2.2.9 `KMO`, `cortest.bartlett`, `smc`.
 */
export function reportFactorability(
  table: Table,
  options: FactorabilityOptions,
): FactorabilityReport | NotEstimable {
  const { correlation = 'pearson' } = options;
  const rows = completeRows(itemMatrix(table, options));
  if (rows.n < 2) return { ok: false, reason: 'too-few-respondents' };
  const polychoric =
    correlation === 'polychoric'
      ? polychoricMatrix(pairTablesOfMatrix(rows), 'listwise')
      : undefined;
  for (const { estimate } of polychoric?.pairs ?? []) if (!estimate.ok) return estimate;
  const matrix =
    polychoric?.correlations ?? correlationFromCovariance(covarianceOfRows(rows).covariance);
  const measures = factorabilityFromCorrelation(matrix, rows.n);
  if (!measures.ok) return measures;
  return {
    ...{ n: rows.n, correlation },
    determinant: measures.determinant,
    kmo: measures.kmo.overall,
    bartlett: measures.bartlett,
    items: rows.names.map((name, item) => ({
      name,
      samplingAdequacy: measures.kmo.items[item] ?? 0,
      squaredMultipleCorrelation: measures.squaredMultipleCorrelations[item] ?? 0,
    })),
  };
}
