import type { NotEstimable } from '../estimate.ts';
import { waldCoefficient, type WaldCoefficient } from '../multilevel/wald-coefficient.ts';
import { fitProportionalOdds } from './fit-proportional-odds.ts';
import { fromStandardised } from './from-standardised.ts';
import type { RegressionRows } from './regression-rows.ts';
import { withOddsRatio, type OddsRatioCoefficient } from './with-odds-ratio.ts';

export interface OrderedLogit {
  readonly ok: true;
  /** The values of the outcome, ascending. */
  readonly categories: readonly number[];
  /** θ_j of logit P(Y ≤ j) = θ_j − xβ. */
  readonly thresholds: readonly WaldCoefficient[];
  readonly coefficients: readonly OddsRatioCoefficient[];
  readonly logLik: number;
  /** Without predictors. */
  readonly nullLogLik: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly aic: number;
  readonly bic: number;
  readonly nagelkerkeRSquared: number;
  readonly mcFaddenRSquared: number;
}

/**
 * Logistic regression of two or more ordered categories (proportional odds), by maximum likelihood.
 *
 * logit P(Y ≤ j | x) = θ_j − xβ. Deviance −2 log L; McFadden 1 − log L/log L₀; Nagelkerke
 * (1 − e^{2(log L₀ − log L)/n})/(1 − e^{2 log L₀/n}).
 *
 * @param rows complete rows (`regressionRows`); the values of the outcome are the categories.
 * @param level confidence level in (0, 1).
 * @returns odds ratios of a higher category per unit of the predictor, Wald intervals.
 * @remarks Missing data: listwise. Fewer respondents than parameters: 'too-few-respondents'; reasons of
 *   `fitProportionalOdds`; a predictor that does not vary: 'collinear'.
 * @throws DomainError of `normalQuantile`.
 * @see McCullagh, P. (1980). https://doi.org/10.1111/j.2517-6161.1980.tb01109.x; Nagelkerke, N. J. D. (1991).
 *   https://doi.org/10.1093/biomet/78.3.691. Reference values: R 4.2.2 `glm`, MASS 7.3.58.2 `polr`.
 */
export function orderedLogit(rows: RegressionRows, level = 0.95): OrderedLogit | NotEstimable {
  const { n, names, outcome, design, sds } = rows;
  const values = [...new Set(outcome)].sort((a, b) => a - b);
  const k = values.length;
  const size = k - 1 + names.length;
  if (n <= size) return { ok: false, reason: 'too-few-respondents' };
  if (sds.some((sd) => sd === 0)) return { ok: false, reason: 'collinear' };
  const counts = new Float64Array(n * k);
  outcome.forEach((value, row) => (counts[row * k + values.indexOf(value)] = 1));
  const fit = fitProportionalOdds({ design, covariates: names.length, counts, categories: k });
  if (!fit.ok) return fit;
  const all = Float64Array.of(...fit.thresholds, ...fit.coefficients);
  const { estimates, standardErrors } = fromStandardised(rows, all, fit.covariance, -1);
  const wald = (name: string, place: number) => {
    return waldCoefficient(name, estimates[place] ?? NaN, standardErrors[place] ?? NaN, level);
  };
  const nullLogLik = values.reduce((sum, value) => {
    const count = outcome.filter((y) => y === value).length;
    return sum + count * Math.log(count / n);
  }, 0);
  const { logLik } = fit;
  return {
    ...{ ok: true, categories: values, logLik, nullLogLik },
    thresholds: values.slice(0, -1).map((value, j) => wald(`${value}|${values[j + 1] ?? ''}`, j)),
    coefficients: names.map((name, s) => withOddsRatio(wald(name, k - 1 + s))),
    ...{ deviance: -2 * logLik, nullDeviance: -2 * nullLogLik },
    ...{ aic: -2 * logLik + 2 * size, bic: -2 * logLik + Math.log(n) * size },
    nagelkerkeRSquared:
      (1 - Math.exp((2 * (nullLogLik - logLik)) / n)) / (1 - Math.exp((2 * nullLogLik) / n)),
    mcFaddenRSquared: 1 - logLik / nullLogLik,
  };
}
