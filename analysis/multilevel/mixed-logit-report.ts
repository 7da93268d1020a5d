import type { NotEstimable } from '../estimate.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { ClusteredRows } from '../numeric/mixed/clustered-rows.ts';
import { withOddsRatio, type OddsRatioCoefficient } from '../regression/with-odds-ratio.ts';
import { clusterSizes, type ClusterSizes, type MultilevelWarning } from './cluster-sizes.ts';
import { fitMixedLogit } from './fit-mixed-logit.ts';
import type { ModelRows } from './model-rows.ts';
import { randomInterceptTest, type RandomInterceptTest } from './random-intercept-test.ts';
import { waldCoefficient, type WaldCoefficient } from './wald-coefficient.ts';

/** Variance of the standard logistic distribution. */
const LOGISTIC_VARIANCE = Math.PI ** 2 / 3;

export interface LatentIntercept {
  readonly level: 'group' | 'higher-group';
  readonly variance: number;
  readonly standardDeviation: number;
  /** Absent for a singular fit. */
  readonly standardErrorOfSd: number | null;
  readonly medianOddsRatio: number;
  /** Correlation of the latent answers of two people of the same cluster. */
  readonly latentIcc: number;
}

export interface MixedLogitEstimates {
  readonly ok: true;
  readonly method: 'laplace' | 'adaptive-gauss-hermite';
  readonly quadraturePoints: number;
  readonly thresholds: readonly WaldCoefficient[];
  readonly coefficients: readonly OddsRatioCoefficient[];
  readonly intercepts: readonly LatentIntercept[];
  readonly logLik: number;
  readonly aic: number;
  readonly bic: number;
  readonly randomInterceptTest: RandomInterceptTest;
  /** 1 + (mean cluster size − 1) · latent ICC of the group. */
  readonly designEffect: number;
}

export interface MixedLogitReport {
  readonly n: number;
  readonly incomplete: number;
  readonly clusterSizes: ClusterSizes;
  readonly model: MixedLogitEstimates | NotEstimable;
  readonly warnings: readonly MultilevelWarning[];
}

/**
 * A cumulative logit model with random intercepts, as it is reported.
 *
 * Median odds ratio exp(√(2 v) z_{.75}); latent ICC of the group (Σ variances)/(Σ variances + π²/3), of the
 * higher group its own variance over the same.
 *
 * @param rows sorted rows; @param categories of each row, and their names in order.
 * @param settings levels, nodes, confidence level.
 * @returns thresholds θ (logit P(Y ≤ j) = θ_j − xβ − intercepts), coefficients with odds ratios of a higher
 *   answer, variances from the group upwards.
 * @remarks Missing data: complete rows. Reasons for no estimate: see `fitMixedLogit`.
 * @throws DomainError 'quadrature-points'.
 * @see Larsen, K., Merlo, J. (2005). https://doi.org/10.1093/aje/kwi017 (median odds ratio); Goldstein, H. et
 *   al. (2002). https://doi.org/10.1207/S15328031US0104_02 (latent ICC). Reference values: ordinal 2022.11.16,
 *   lme4 1.1.31.
 */
export function mixedLogitReport(
  rows: ModelRows,
  { category, names }: { readonly category: Int32Array; readonly names: readonly string[] },
  settings: {
    readonly isNested: boolean;
    readonly quadraturePoints: number;
    readonly level?: number | undefined;
  },
): MixedLogitReport {
  const { isNested, level } = settings;
  const { sizes, warnings } = clusterSizes(rows, isNested);
  const clustered: ClusteredRows = { ...rows, category, categories: names.length };
  const fit = fitMixedLogit(clustered, settings);
  const head = { n: rows.n, incomplete: rows.incomplete, clusterSizes: sizes };
  if (!fit.ok) return { ...head, model: fit, warnings };
  const wald = [...fit.parameters].map((estimate, place) => {
    const threshold = `${names[place] ?? ''}|${names[place + 1] ?? ''}`;
    const name =
      place < names.length - 1 ? threshold : rows.covariateNames[place - names.length + 1];
    return waldCoefficient(name ?? '', estimate, fit.standardErrors[place] ?? NaN, level);
  });
  const total = fit.standardDeviations.reduce((sum, sd) => sum + sd * sd, LOGISTIC_VARIANCE);
  let place = fit.parameters.length;
  const intercepts = fit.standardDeviations.map((sd, which): LatentIntercept => {
    const isHigher = isNested && which === 0;
    const variance = sd * sd;
    const standardErrorOfSd = sd > 0 ? (fit.standardErrors[place] ?? null) : null;
    if (sd > 0) place += 1;
    return {
      level: isHigher ? 'higher-group' : 'group',
      variance,
      standardDeviation: sd,
      standardErrorOfSd,
      medianOddsRatio: Math.exp(Math.sqrt(2 * variance) * normalQuantile(0.75)),
      latentIcc: (isHigher ? variance : total - LOGISTIC_VARIANCE) / total,
    };
  });
  const parameters = fit.parameters.length + intercepts.length;
  const groupIcc = (total - LOGISTIC_VARIANCE) / total;
  const points = isNested ? 1 : settings.quadraturePoints;
  const isSingular = fit.standardDeviations.includes(0);
  return {
    ...head,
    model: {
      ok: true,
      method: points === 1 ? 'laplace' : 'adaptive-gauss-hermite',
      quadraturePoints: points,
      thresholds: wald.slice(0, names.length - 1),
      coefficients: wald.slice(names.length - 1).map(withOddsRatio),
      intercepts: intercepts.toReversed(),
      logLik: fit.logLik,
      aic: -2 * fit.logLik + 2 * parameters,
      bic: -2 * fit.logLik + Math.log(rows.n) * parameters,
      randomInterceptTest: randomInterceptTest(fit.logLik, fit.logLikFixed, isNested ? 2 : 1),
      designEffect: 1 + (sizes.mean - 1) * groupIcc,
    },
    warnings: isSingular ? [...warnings, 'singular-fit'] : warnings,
  };
}
