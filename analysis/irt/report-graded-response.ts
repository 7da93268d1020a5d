import type { NotEstimable } from '../estimate.ts';
import { gradedItem } from '../numeric/graded-item.ts';
import type { Table } from '../table/table.ts';
import type { Controls } from './fit-marginal-model.ts';
import { marginalReliability } from './marginal-reliability.ts';
import { rectangularQuadrature } from './quadrature.ts';
import { quadratureCheck, type QuadratureCheck } from './quadrature-check.ts';
import {
  answersFor,
  reportItemResponse,
  type ItemResponseOptions,
  type ItemResponseReport,
} from './report-item-response.ts';
import { sumScoreTable, type SumScoreRow } from './sum-score-table.ts';

export interface GradedResponseReport extends ItemResponseReport {
  readonly model: 'graded-response';
  readonly estimator: 'marginal-maximum-likelihood';
  readonly marginalReliability: number;
  readonly sumScoreTable: readonly SumScoreRow[];
  readonly quadratureCheck: QuadratureCheck | undefined;
}

/**
 * Samejima's graded response model of ordered items by marginal maximum likelihood, with what one reports of it.
 *
 * P(X ≥ c | θ) = 1/(1 + exp(−a(θ − b_c))), θ ~ N(0, 1), logistic metric without 1.702.
 *
 * @param table named columns.
 * @param options items, reverse-keyed items, quadrature (61 points on [−6, 6]), confidence level, missing answers.
 * @param controls progress.
 * @returns parameters, information, scores, reliability.
 * @remarks Missing data: left out of the likelihood (full information) unless 'listwise' is asked for. Reasons as
 *   `fitItemResponseModel`.
 * @throws DomainError those of `itemMatrix` and `rectangularQuadrature`.
 * @see Samejima, F. (1969). Psychometrika Monograph 17. https://doi.org/10.1007/BF03372160. Reference values: mirt
 *   1.38.1.
 */
export function reportGradedResponse(
  table: Table,
  options: ItemResponseOptions,
  controls: Controls = {},
): GradedResponseReport | NotEstimable {
  const { points, from, to } = options.quadrature ?? {};
  const matrix = answersFor(table, options);
  const found = reportItemResponse(
    matrix,
    {
      model: gradedItem,
      density: { mean: 'zero', variance: 'one' },
      nodes: rectangularQuadrature(points, from, to).nodes,
      start: ({ slope, intercepts }) => [slope, ...intercepts],
      ...{ thresholdOf: 'intercept', hasSlope: true },
    },
    options,
    controls,
  );
  if (!found.ok) return found;
  const { report, fit } = found;
  return {
    ...report,
    ...{ model: 'graded-response', estimator: 'marginal-maximum-likelihood' },
    marginalReliability: marginalReliability(fit),
    sumScoreTable: sumScoreTable(fit),
    quadratureCheck: quadratureCheck(fit),
  };
}
