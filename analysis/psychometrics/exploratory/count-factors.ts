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
import { exploratoryFactorAnalysis } from './exploratory-factor-analysis.ts';
import type { ExploratoryFit } from './exploratory-fit.ts';
import { minimumAveragePartial, type MinimumAveragePartial } from './minimum-average-partial.ts';
import { parallelAnalysis, type ParallelAnalysis } from './parallel-analysis.ts';
import { screeRules, type ScreeRules } from './scree-rules.ts';
import { verySimpleStructure } from './very-simple-structure.ts';

export interface FactorCandidate {
  readonly factors: number;
  /** Very simple structure of complexity 1 and 2; complexity 2 only from two factors on. */
  readonly simplicity1: number;
  readonly simplicity2?: number;
  readonly fit: ExploratoryFit;
}

export interface NumberOfFactors {
  readonly ok: true;
  readonly n: number;
  readonly items: readonly string[];
  readonly correlation: CorrelationKind;
  readonly seed: number;
  /** What to report: parallel analysis of components by the 95th percentile. */
  readonly advised: number;
  readonly parallel: ParallelAnalysis;
  readonly map: MinimumAveragePartial;
  readonly scree: ScreeRules;
  /** Minimum-residual solutions of 1, 2, … factors, as many as the items carry, at most `most`. */
  readonly candidates: readonly FactorCandidate[];
}

export interface CountFactorsOptions extends ItemSelection {
  readonly correlation: CorrelationKind;
  readonly draws: number;
  readonly seed: number;
  readonly most: number;
}

function solve(correlation: Matrix, n: number, factors: number): FactorCandidate[] {
  if (factors >= correlation.rows) return [];
  const solution = exploratoryFactorAnalysis(correlation, n, {
    ...{ factors, method: 'minres', rotation: 'varimax', kaiser: true },
  });
  if (!solution.ok) return [];
  const simplicity = (c: number) => verySimpleStructure(correlation, solution.loadings, c);
  const simplicity2 = factors > 1 ? { simplicity2: simplicity(2) } : {};
  return [{ factors, simplicity1: simplicity(1), ...simplicity2, fit: solution.fit }];
}

/**
 * How many factors the answers carry, by several rules side by side.
 *
 * Parallel analysis (advised), minimum average partials, very simple structure, scree rules; formulas at
 * each.
 *
 * @param table named columns.
 * @param options items, kind of correlation, random draws, their seed, most factors tried.
 * @param controls progress in [0, 1].
 * @returns the rules' numbers and what they rest on.
 * @remarks Missing data: listwise. 'too-few-items' below three, 'too-few-respondents' unless n > p + 1,
 *   'zero-variance' as `correlationOfItems`.
 * @throws DomainError as `itemMatrix`.
 * @see Zwick, W. R., Velicer, W. F. (1986). Comparison of five rules for determining the number of
 *   components to retain. Psychological Bulletin 99, 432–442. https://doi.org/10.1037/0033-2909.99.3.432.
 *   Reference values: psych 2.2.9, nFactors 2.4.1.1.
 */
export function countFactors(
  table: Table,
  options: CountFactorsOptions,
  controls: { onProgress?: (share: number) => void } = {},
): NumberOfFactors | NotEstimable {
  const { correlation: kind, draws, seed, most } = options;
  const rows = completeRows(itemMatrix(table, options));
  const p = rows.names.length;
  if (p < 3) return { ok: false, reason: 'too-few-items' };
  if (rows.n <= p + 1) return { ok: false, reason: 'too-few-respondents' };
  const correlation = correlationOfItems(rows, kind);
  if (!correlation.ok) return correlation;
  const { matrix } = correlation;
  const parallel = parallelAnalysis(matrix, rows.n, {
    ...{ draws, factorDraws: Math.min(draws, 200), generator: seededGenerator(seed) },
    onProgress: controls.onProgress,
  });
  const { observed, percentile95, abovePercentile } = parallel.components;
  return {
    ...{ ok: true, n: rows.n, items: rows.names, correlation: kind, seed, parallel },
    advised: abovePercentile,
    map: minimumAveragePartial(matrix),
    scree: screeRules(observed, percentile95),
    candidates: Array.from({ length: most }, (_, m) => solve(matrix, rows.n, m + 1)).flat(),
  };
}
