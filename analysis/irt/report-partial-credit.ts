import type { NotEstimable } from '../estimate.ts';
import { partialCreditItem } from '../numeric/partial-credit-item.ts';
import type { Table } from '../table/table.ts';
import { reportConditional, type ConditionalReport } from './conditional/report-conditional.ts';
import type { Controls } from './fit-marginal-model.ts';
import { parameterCovariance } from './parameter-covariance.ts';
import { rectangularQuadrature } from './quadrature.ts';
import { quadratureCheck, type QuadratureCheck } from './quadrature-check.ts';
import {
  answersFor,
  reportItemResponse,
  type ItemResponseOptions,
  type ItemResponseReport,
} from './report-item-response.ts';
import type { ItemStart } from './starting-values.ts';
import { sumScoreTable, type SumScoreRow } from './sum-score-table.ts';

export interface MarginalPartialCredit extends ItemResponseReport {
  /** Of the trait: 1 where slopes are free, estimated where they are 1. */
  readonly latentVariance: number;
  readonly latentVarianceSe?: number;
  readonly sumScoreTable: readonly SumScoreRow[];
  readonly quadratureCheck: QuadratureCheck | undefined;
}

export interface PartialCreditReport {
  /** Slopes free, trait variance 1; marginal maximum likelihood. */
  readonly generalisedPartialCredit: MarginalPartialCredit | NotEstimable;
  /** Slopes 1, trait variance free; marginal maximum likelihood. */
  readonly partialCredit: MarginalPartialCredit | NotEstimable;
  /** Slopes 1, no distribution of the trait; conditional maximum likelihood. */
  readonly conditional: ConditionalReport | NotEstimable;
}

/** Partial credit slopes are flatter than graded ones of the same answers. */
const FLATTER = 0.6;

/** Logits of neighbouring categories, summed. */
function adjacentIntercepts({ counts }: ItemStart): number[] {
  return [...counts.subarray(1)].map((count) => Math.log(count / (counts[0] ?? NaN)));
}

/**
 * The partial credit model and its generalisation, by marginal and by conditional maximum likelihood.
 *
 * P(c | θ) ∝ exp Σ_{h ≤ c} a(θ − b_h); generalised: a free, θ ~ N(0, 1); partial credit: a = 1, θ ~ N(0, σ²);
 * conditional: a = 1, given the sum score.
 *
 * @param table named columns.
 * @param options items, reverse-keyed items, quadrature (61 points on [−6, 6]), confidence level, missing answers.
 * @param controls progress.
 * @returns the three fits; each or the reason there is none.
 * @remarks Missing data: left out of the likelihood (full information) unless 'listwise' is asked for. Categories that
 *   nobody chose are closed up, and named in the warnings.
 * @throws DomainError those of `itemMatrix`, `rectangularQuadrature` and `reportItemResponse`.
 * @see Masters, G. N. (1982). https://doi.org/10.1007/BF02296272; Muraki, E. (1992).
 *   https://doi.org/10.1177/014662169201600206. Reference values: mirt 1.38.1, eRm 1.0.2.
 */
export function reportPartialCredit(
  table: Table,
  options: ItemResponseOptions,
  controls: Controls = {},
): PartialCreditReport {
  const { points, from, to } = options.quadrature ?? {};
  const { nodes } = rectangularQuadrature(points, from, to);
  const matrix = answersFor(table, options);
  const marginal = (hasSlope: boolean): MarginalPartialCredit | NotEstimable => {
    const half: Controls = {
      onProgress: (share) => controls.onProgress?.((hasSlope ? 0 : 0.4) + 0.4 * share),
    };
    const found = reportItemResponse(
      matrix,
      {
        ...{ nodes, hasSlope, thresholdOf: 'step' },
        model: partialCreditItem(hasSlope),
        density: { mean: 'zero', variance: hasSlope ? 'one' : 'free' },
        start: (item) => [...(hasSlope ? [FLATTER * item.slope] : []), ...adjacentIntercepts(item)],
      },
      options,
      half,
    );
    if (!found.ok) return found;
    const { report, fit } = found;
    const covariance = hasSlope ? undefined : parameterCovariance(fit);
    const logVariance = covariance?.ok ? covariance.values.at(-1) : undefined;
    return {
      ...report,
      latentVariance: fit.variance,
      ...(logVariance === undefined
        ? {}
        : { latentVarianceSe: fit.variance * Math.sqrt(logVariance) }),
      sumScoreTable: sumScoreTable(fit),
      quadratureCheck: quadratureCheck(fit),
    };
  };
  return {
    generalisedPartialCredit: marginal(true),
    partialCredit: marginal(false),
    conditional: reportConditional(matrix, options.confidenceLevel),
  };
}
