import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../../estimate.ts';
import { seededGenerator } from '../../numeric/seeded-generator.ts';
import { completeRows } from '../../table/complete-rows.ts';
import { itemMatrix, type ItemSelection } from '../../table/item-matrix.ts';
import type { Table } from '../../table/table.ts';
import {
  correlationOfItems,
  type CorrelationKind,
} from '../../correlations/correlation-of-items.ts';
import {
  exploratoryFactorAnalysis,
  type ExploratoryOptions,
  type ExploratorySolution,
} from './exploratory-factor-analysis.ts';

export interface ExploreOptions extends ItemSelection, Omit<ExploratoryOptions, 'generator'> {
  readonly correlation: CorrelationKind;
  readonly seed: number;
}

export interface ExploratoryReport {
  readonly ok: true;
  /** Respondents who answered every item. */
  readonly n: number;
  readonly items: readonly string[];
  readonly factors: readonly string[];
  readonly method: ExploratoryOptions['method'];
  readonly rotation: ExploratoryOptions['rotation'];
  readonly correlation: CorrelationKind;
  /** One row per item. */
  readonly loadings: readonly (readonly number[])[];
  readonly structure: readonly (readonly number[])[];
  readonly factorCorrelations: readonly (readonly number[])[];
  readonly communalities: readonly number[];
  readonly complexity: readonly number[];
  /** Sum of squares of each factor, and its share of the items' variance. */
  readonly sumsOfSquares: readonly number[];
  readonly varianceShares: readonly number[];
  readonly fit: Extract<ExploratorySolution, { ok: true }>['fit'];
  readonly converged: boolean;
  /** Items whose communality reached its bound: the solution is improper. */
  readonly heywood: readonly string[];
}

/**
 * Exploratory factor analysis of the answers in a table.
 *
 * Correlations of complete rows, then `exploratoryFactorAnalysis`.
 *
 * @param table named columns.
 * @param options items, reverse-keyed ones, kind of correlation, number of factors, extraction, rotation,
 *   and the seed of the rotation's random starts.
 * @returns the solution with names, factors called F1 … Fq.
 * @remarks Missing data: listwise. Items without variance: 'zero-variance'; fewer than three respondents:
 *   'too-few-respondents'.
 * @throws DomainError as `itemMatrix`, `exploratoryFactorAnalysis`.
 * @see as `exploratoryFactorAnalysis`. Reference values: psych 2.2.9 `fa`.
 */
export function exploreFactors(
  table: Table,
  options: ExploreOptions,
): ExploratoryReport | NotEstimable {
  const { seed, method, rotation, correlation: kind } = options;
  const rows = completeRows(itemMatrix(table, options));
  const correlation = correlationOfItems(rows, kind);
  if (!correlation.ok) return correlation;
  const solution = exploratoryFactorAnalysis(correlation.matrix, rows.n, {
    ...options,
    generator: seededGenerator(seed),
  });
  if (!solution.ok) return solution;
  const list = (matrix: Matrix) => matrix.to2DArray();
  return {
    ok: true,
    n: rows.n,
    items: rows.names,
    factors: solution.sumsOfSquares.map((_, m) => `F${m + 1}`),
    method,
    rotation,
    correlation: kind,
    loadings: list(solution.loadings),
    structure: list(solution.structure),
    factorCorrelations: list(solution.phi),
    communalities: solution.communalities,
    complexity: solution.complexity,
    sumsOfSquares: solution.sumsOfSquares,
    varianceShares: solution.sumsOfSquares.map((value) => value / rows.names.length),
    fit: solution.fit,
    converged: solution.converged,
    heywood: solution.heywood.map((item) => rows.names[item] ?? ''),
  };
}
