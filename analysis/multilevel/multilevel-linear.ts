import type { NotEstimable } from '../estimate.ts';
import { clusterMoments } from '../numeric/mixed/cluster-moments.ts';
import type { Table } from '../table/table.ts';
import { clusterSizes, type ClusterSizes, type MultilevelWarning } from './cluster-sizes.ts';
import { fitMixedLinear } from './fit-mixed-linear.ts';
import { randomInterceptTest, type RandomInterceptTest } from './random-intercept-test.ts';
import { readModel, type MultilevelOptions } from './read-model.ts';
import { waldCoefficient, type WaldCoefficient } from './wald-coefficient.ts';

export interface MixedLinearEstimates {
  readonly ok: true;
  readonly method: 'reml' | 'ml';
  /** Intercept first. */
  readonly coefficients: readonly WaldCoefficient[];
  /** Absent without a higher group. */
  readonly varianceHigherGroup: number | null;
  readonly varianceGroup: number;
  readonly varianceWithin: number;
  /** Correlation of two people of the same group. */
  readonly icc: number;
  /** Of two people of the same higher group, but not of the same group. */
  readonly iccHigherGroup: number | null;
  /** 1 + (mean group size − 1) ICC. */
  readonly designEffect: number;
  /** Restricted for REML. */
  readonly logLik: number;
  readonly aic: number;
  readonly randomInterceptTest: RandomInterceptTest;
}

export interface MultilevelLinearReport {
  readonly n: number;
  readonly incomplete: number;
  readonly clusterSizes: ClusterSizes;
  readonly reml: MixedLinearEstimates | NotEstimable;
  readonly ml: MixedLinearEstimates | NotEstimable;
  readonly warnings: readonly MultilevelWarning[];
}

/**
 * A score explained across hospitals, or hospitals in countries: the linear model with random intercepts.
 *
 * y = β₀ + xβ + v_c + u_h + e; ICC = (σ²_c + σ²_h)/(σ²_c + σ²_h + σ²).
 *
 * @param table named columns.
 * @param options outcome, group, higherGroup, covariates, level.
 * @returns estimates by restricted likelihood (to be reported) and full likelihood (to compare models with
 *   different covariates); Wald intervals by the normal distribution.
 * @remarks Missing data: complete rows. Reasons for no estimate: see `fitMixedLinear`.
 * @throws DomainError of `readModel`.
 * @see Laird, N. M., Ware, J. H. (1982). https://doi.org/10.2307/2529876; Kish, L. (1965). Survey Sampling,
 *   section 5.4 (design effect). Reference values: lme4 1.1.31 `lmer`.
 */
export function multilevelLinear(
  table: Table,
  options: MultilevelOptions & { readonly level?: number | undefined },
): MultilevelLinearReport {
  const rows = readModel(table, options);
  const isNested = options.higherGroup !== undefined;
  const { sizes, warnings } = clusterSizes(rows, isNested);
  const moments = clusterMoments(rows);
  const names = ['(Intercept)', ...rows.covariateNames];
  const estimate = (method: 'reml' | 'ml'): MixedLinearEstimates | NotEstimable => {
    const fit = fitMixedLinear(moments, isNested, method);
    if (!fit.ok) return fit;
    const { varianceUpper, varianceLower, varianceWithin, logLik } = fit;
    const total = varianceUpper + varianceLower + varianceWithin;
    const icc = (varianceUpper + varianceLower) / total;
    const parameters = names.length + (isNested ? 3 : 2);
    return {
      ok: true,
      method,
      coefficients: names.map((name, place) => {
        const [b, se] = [fit.coefficients[place] ?? NaN, fit.standardErrors[place] ?? NaN];
        return waldCoefficient(name, b, se, options.level);
      }),
      varianceHigherGroup: isNested ? varianceUpper : null,
      varianceGroup: varianceLower,
      varianceWithin,
      icc,
      iccHigherGroup: isNested ? varianceUpper / total : null,
      designEffect: 1 + (sizes.mean - 1) * icc,
      logLik,
      aic: -2 * logLik + 2 * parameters,
      randomInterceptTest: randomInterceptTest(logLik, fit.logLikFixed, isNested ? 2 : 1),
    };
  };
  const reml = estimate('reml');
  const isSingular = reml.ok && (reml.varianceGroup === 0 || reml.varianceHigherGroup === 0);
  return {
    n: rows.n,
    incomplete: rows.incomplete,
    clusterSizes: sizes,
    reml,
    ml: estimate('ml'),
    warnings: isSingular ? [...warnings, 'singular-fit'] : warnings,
  };
}
