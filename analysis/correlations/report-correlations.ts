import { Matrix } from 'ml-matrix';
import { DomainError } from '../errors.ts';
import type { NotEstimableReason } from '../estimate.ts';
import { symmetricEigen } from '../numeric/symmetric-eigen.ts';
import { correlationFromCovariance } from '../psychometrics/correlation-from-covariance.ts';
import { covarianceOfRows } from '../psychometrics/covariance-of-rows.ts';
import type { CaseSelection } from '../psychometrics/item-pair-tables.ts';
import { completeRows } from '../table/complete-rows.ts';
import { itemMatrix, type ItemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { correlationTest } from './correlation-test.ts';
import { matrixRows } from './matrix-rows.ts';
import { orderedItems } from './ordered-items.ts';
import { pairTablesOfMatrix } from './pair-tables-of-matrix.ts';
import { pairwiseCorrelation } from './pairwise-correlation.ts';
import { polychoricMatrix } from './polychoric-matrix.ts';
import { polyserial } from './polyserial.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { reportPair, type PairReport } from './report-pair.ts';
import { smoothCorrelation } from './smooth-correlation.ts';
import { selectItems } from './select-items.ts';

type Rows = (number | null)[][];

export interface CorrelationsOptions extends ItemSelection {
  /** Rows used by Pearson and polychoric correlations. Default: 'listwise'. */
  readonly missing?: CaseSelection | undefined;
  /** Items that are ordered categories. Default: those with two to ten whole numbers. */
  readonly ordered?: readonly string[] | undefined;
  /** Pairs of ordered items to be reported in detail. Default: the pair, when there are two items. */
  readonly pairs?: readonly (readonly [string, string])[] | undefined;
}

export interface CorrelationsReport {
  readonly items: readonly string[];
  readonly n: number;
  readonly nComplete: number;
  readonly missing: CaseSelection;
  /** Complete cases, n − 1. */
  readonly covariance: Rows;
  readonly pearson: Rows;
  /** Two-sided, unadjusted; complete cases or those of the pair. */
  readonly pValues: Rows;
  /** Complete cases. */
  readonly spearman: Rows;
  readonly polychoric: {
    readonly method: 'two-step';
    readonly items: readonly string[];
    readonly correlations: Rows;
    readonly standardErrors: Rows;
    /** Complete cases; one list per item, in the order of `items`. */
    readonly thresholds: readonly (readonly number[])[];
    readonly isPositiveDefinite: boolean | null;
    /** The correlations made positive definite, where they are not. */
    readonly smoothed: Rows | null;
  };
  readonly polyserial: readonly {
    readonly number: string;
    readonly item: string;
    readonly rho: number | null;
    readonly conditionalStandardError: number | null;
  }[];
  readonly pairs: readonly PairReport[];
  readonly warnings: readonly {
    readonly code: 'empty-cells' | NotEstimableReason;
    readonly items: readonly string[];
    readonly cells?: number;
  }[];
}

function pearsonOf(
  matrix: ItemMatrix,
  rows: ItemMatrix,
  missing: CaseSelection,
  covariance: Matrix,
) {
  const k = matrix.names.length;
  const { correlations, n } =
    missing === 'pairwise'
      ? pairwiseCorrelation(matrix)
      : { correlations: correlationFromCovariance(covariance), n: Matrix.zeros(k, k).add(rows.n) };
  const p = Matrix.zeros(k, k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) {
      const r = correlations.get(i, j);
      const isTestable = n.get(i, j) > 2 && Number.isFinite(r);
      p.set(i, j, isTestable ? correlationTest(r, n.get(i, j)).pValue : NaN);
    }
  }
  return { correlations, p };
}

function polychoricOf(
  chosen: ItemMatrix,
  missing: CaseSelection,
  onProgress?: (share: number) => void,
) {
  const tables = pairTablesOfMatrix(chosen);
  const k = chosen.names.length;
  const name = (item: number) => chosen.names[item] ?? '';
  const { correlations, pairs } = polychoricMatrix(tables, missing, onProgress);
  const errors = Matrix.zeros(k, k).fill(NaN);
  const thresholds: number[][] = chosen.names.map(() => []);
  const warnings: CorrelationsReport['warnings'][number][] = [];
  for (const { first, second, estimate } of pairs) {
    const items = [name(first), name(second)];
    if (!estimate.ok) {
      warnings.push({ code: estimate.reason, items });
      continue;
    }
    errors.set(first, second, estimate.standardError);
    errors.set(second, first, estimate.standardError);
    thresholds[first] = [...estimate.rowThresholds];
    thresholds[second] = [...estimate.columnThresholds];
    const cells = estimate.emptyCells;
    if (cells > 0) warnings.push({ code: 'empty-cells', items, cells });
  }
  const isComplete = k > 0 && pairs.every(({ estimate }) => estimate.ok);
  const isPositiveDefinite = isComplete
    ? symmetricEigen(correlations).values.every((value) => value > 1e-12)
    : null;
  if (isPositiveDefinite === false) {
    warnings.push({ code: 'not-positive-definite', items: chosen.names });
  }
  const rows = { correlations: matrixRows(correlations), standardErrors: matrixRows(errors) };
  const polychoric = {
    ...{ method: 'two-step' as const, items: chosen.names, ...rows },
    ...{ thresholds, isPositiveDefinite },
    smoothed:
      isPositiveDefinite === false ? matrixRows(smoothCorrelation(correlations).matrix) : null,
  };
  return { tables, polychoric, warnings };
}

/**
 * Correlations of items: Pearson with p-values, Spearman, covariances, polychoric with standard errors and
 * thresholds for ordered items, polyserial between numbers and ordered items, and pairs in detail.
 *
 * See the functions composed.
 *
 * @param table named columns.
 * @param options items and how to treat them.
 * @param controls `onProgress` is called with the share done.
 * @returns matrices as rows in the order of `items`; null where there is no number.
 * @remarks Missing data: covariance, Spearman and pairs use complete cases; Pearson and polychoric as chosen.
 * @throws DomainError as `itemMatrix`; 'not-an-item', 'not-ordered'.
 * @see the functions composed. Reference values: R 4.2.2, psych 2.2.9, lavaan 0.6-14.
 */
export function reportCorrelations(
  table: Table,
  options: CorrelationsOptions,
  controls: { onProgress?: ((share: number) => void) | undefined } = {},
): CorrelationsReport {
  const { missing = 'listwise' } = options;
  const matrix = itemMatrix(table, options);
  const rows = completeRows(matrix);
  const ordered = options.ordered ?? orderedItems(matrix);
  const { covariance } = covarianceOfRows(rows);
  const pearson = pearsonOf(matrix, rows, missing, covariance);
  const basis = missing === 'pairwise' ? matrix : rows;
  const { tables, polychoric, warnings } = polychoricOf(
    selectItems(basis, ordered),
    missing,
    controls.onProgress,
  );
  const numbers = matrix.names.filter((name) => !ordered.includes(name));
  const column = (name: string) => selectItems(basis, [name]).values;
  const [a, b] = ordered;
  const isPair = a !== undefined && b !== undefined && ordered.length === 2;
  const pairs = options.pairs ?? (isPair ? [[a, b] as const] : []);
  const listwise = correlationFromCovariance(covariance);
  return {
    ...{ items: matrix.names, n: matrix.n, nComplete: rows.n, missing },
    covariance: matrixRows(covariance),
    pearson: matrixRows(pearson.correlations),
    pValues: matrixRows(pearson.p),
    spearman: matrixRows(rankCorrelation(rows)),
    polychoric,
    polyserial: numbers.flatMap((number) =>
      ordered.map((item) => {
        const estimate = polyserial(column(number), column(item));
        const { rho = null, conditionalStandardError = null } = estimate.ok ? estimate : {};
        return { number, item, rho, conditionalStandardError };
      }),
    ),
    pairs: pairs.map(([x, y]) => {
      const [first, second] = [ordered.indexOf(x), ordered.indexOf(y)];
      if (first < 0 || second < 0)
        throw new DomainError('not-ordered', { name: first < 0 ? x : y });
      const r = listwise.get(matrix.names.indexOf(x), matrix.names.indexOf(y));
      return reportPair(tables, { x, y, first, second, r });
    }),
    warnings,
  };
}
