import type { NotEstimable } from '../estimate.ts';
import { choleskyFactor } from '../numeric/cholesky-factor.ts';
import { choleskyInverse } from '../numeric/cholesky-inverse.ts';
import { choleskySolve } from '../numeric/cholesky-solve.ts';
import {
  proportionalOddsDerivatives,
  type ProportionalOddsTable,
} from '../numeric/proportional-odds-derivatives.ts';

export interface ProportionalOddsFit {
  readonly ok: true;
  /** θ_1 < … < θ_{K−1}. */
  readonly thresholds: Float64Array;
  /** β_1 … β_p; above 0: higher categories with higher x. */
  readonly coefficients: Float64Array;
  /** Of thresholds, then coefficients: inverse observed information, row-major. */
  readonly covariance: Float64Array;
  readonly logLik: number;
  readonly iterations: number;
}

const MAXIMUM_ITERATIONS = 60;

/** θ_j = logit of the share at or below category j: the estimates without covariates. */
function marginalLogits({ counts, categories }: ProportionalOddsTable): Float64Array {
  const totals = new Float64Array(categories);
  counts.forEach((count, cell) => {
    const category = cell % categories;
    totals[category] = (totals[category] ?? 0) + count;
  });
  const all = totals.reduce((sum, total) => sum + total, 0);
  let below = 0;
  return totals.subarray(0, -1).map((total) => {
    below += total;
    return Math.log(below / (all - below));
  });
}

/**
 * Maximum likelihood estimates of the proportional odds (cumulative logit) model from a table of covariate
 * patterns by categories.
 *
 * logit P(Y ≤ j | x) = θ_j − xβ, by Newton's method on the concave log-likelihood, steps halved while they
 * do not raise it.
 *
 * @param table m patterns × p covariates, and m × K counts; every category has a count.
 * @returns thresholds, coefficients, their covariance, and the log-likelihood (the sum over respondents, no
 *   constant left out). exp(β) is the odds ratio of a higher answer per unit of x.
 * @remarks Missing data: rows with any are to be left out before. A category without counts: 'empty-category'.
 *   One category: 'zero-variance'. Covariates that are linear functions of each other: 'collinear'. A
 *   combination of covariates that splits the categories completely, so that an estimate is infinite:
 *   'separation'.
 * @throws never.
 * @see McCullagh, P. (1980). https://doi.org/10.1111/j.2517-6161.1980.tb01109.x; Pratt, J. W. (1981)
 *   https://doi.org/10.1080/01621459.1981.10477613 (concavity). Reference values: ordinal 2022.11.16 `clm`,
 *   MASS 7.3.58.2 `polr`.
 */
export function fitProportionalOdds(
  table: ProportionalOddsTable,
): ProportionalOddsFit | NotEstimable {
  if (table.categories < 2) return { ok: false, reason: 'zero-variance' };
  const start = marginalLogits(table);
  const isAscending = start.every((value, j) => value > (start[j - 1] ?? -Infinity));
  if (!isAscending || !start.every(Number.isFinite)) return { ok: false, reason: 'empty-category' };
  const size = start.length + table.covariates;
  let parameters = new Float64Array(size);
  parameters.set(start);
  let current = proportionalOddsDerivatives(table, parameters);
  for (let iteration = 1; iteration <= MAXIMUM_ITERATIONS; iteration += 1) {
    const factor = choleskyFactor(current.information, size);
    if (!factor) return { ok: false, reason: iteration === 1 ? 'collinear' : 'separation' };
    const step = choleskySolve(factor, current.gradient);
    const decrement = step.reduce((sum, value, i) => sum + value * (current.gradient[i] ?? 0), 0);
    const largest = step.reduce((most, value, i) => {
      return Math.max(most, Math.abs(value) / (1 + Math.abs(parameters[i] ?? 0)));
    }, 0);
    if (decrement < 1e-12 * (1 + Math.abs(current.logLik)) && largest < 1e-8) {
      const thresholds = parameters.slice(0, start.length);
      const coefficients = parameters.slice(start.length);
      const covariance = choleskyInverse(factor, size);
      return {
        ok: true,
        thresholds,
        coefficients,
        covariance,
        logLik: current.logLik,
        iterations: iteration,
      };
    }
    let scale = 1;
    let next = parameters;
    let candidate = current;
    for (; scale > 1e-10; scale /= 2) {
      next = parameters.map((value, i) => value + scale * (step[i] ?? 0));
      candidate = proportionalOddsDerivatives(table, next);
      if (candidate.logLik >= current.logLik - 1e-12 * Math.abs(current.logLik)) break;
    }
    if (scale <= 1e-10) return { ok: false, reason: 'no-convergence' };
    parameters = next;
    current = candidate;
  }
  return { ok: false, reason: 'separation' };
}
