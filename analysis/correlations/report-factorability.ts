import type { NotEstimable } from '../estimate.ts';
import { completeRows } from '../table/complete-rows.ts';
import { itemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { correlationOfItems, type CorrelationKind } from './correlation-of-items.ts';
import { factorabilityFromCorrelation } from './factorability-from-correlation.ts';

export interface FactorabilityOptions extends ItemSelection {
  /** Default: 'pearson'. */
  readonly correlation?: CorrelationKind | undefined;
}

export interface FactorabilityReport {
  readonly n: number;
  readonly correlation: CorrelationKind;
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
  const matrix = correlationOfItems(rows, correlation);
  if (!matrix.ok) return matrix;
  const measures = factorabilityFromCorrelation(matrix.matrix, rows.n);
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
