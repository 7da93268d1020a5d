import { z } from 'zod';
import type { Estimate, Interval, NotEstimable } from '#analysis/estimate.ts';
import { correlationFromCovariance } from '#analysis/psychometrics/correlation-from-covariance.ts';
import { covarianceOfRows } from '#analysis/psychometrics/covariance-of-rows.ts';
import { feldtInterval } from '#analysis/psychometrics/feldt-interval.ts';
import type { HierarchicalOmega } from '#analysis/reliability/hierarchical-omega.ts';
import { reportReliability } from '#analysis/reliability/report-reliability.ts';
import { splitHalves, type SplitHalves } from '#analysis/reliability/split-halves.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { completeRows } from '#analysis/table/complete-rows.ts';
import { itemMatrix } from '#analysis/table/item-matrix.ts';
import type { OracleFamily } from '../family.ts';
import { Simulated, type Tree } from '../tree.ts';

const optionsSchema = z.object({
  items: z.array(z.string()),
  reverse: z.array(z.string()).nullish(),
  min_category: z.number().nullish(),
  max_category: z.number().nullish(),
});

const number = (estimate: Estimate | undefined) => (estimate?.ok ? estimate.value : undefined);
const list = (interval: Interval | undefined) => interval && [...interval];

/** psych::splitHalf stops half way through the splits, which for odd k leaves splits out. */
function asPsychSplits(found: SplitHalves, k: number): Tree {
  if (!found.ok) return undefined;
  const { method, values } = found;
  const of = (some: Float64Array, count: number) => {
    return some.reduce((sum, value) => sum + value, 0) / count;
  };
  if (method === 'sampled') {
    const mean = of(values, values.length);
    const variance = of(
      values.map((value) => (value - mean) ** 2),
      values.length,
    );
    return { mean: new Simulated(mean, Math.sqrt(variance / values.length)) };
  }
  const halfway = k % 2 === 0 ? values.length : values.length / 2;
  const some = values.slice(0, Math.ceil(halfway));
  return { max: Math.max(...some), min: Math.min(...some), mean: of(some, halfway) };
}

function hierarchicalLeaves(
  found: (HierarchicalOmega & { turnedItems: readonly string[] }) | NotEstimable,
  items: readonly string[],
): Tree {
  if (!found.ok) return undefined;
  return {
    omega_h: found.omegaHierarchical,
    omega_total: found.omegaTotal,
    omega_lim: found.omegaHierarchicalLimit,
    alpha: number(found.alpha),
    lambda6: number(found.lambda6),
    ecv: { g: found.explainedCommonVariance },
    g_loadings: Object.fromEntries(
      items.map((name, item) => [
        found.turnedItems.includes(name) ? `${name}-` : name,
        found.generalLoadings[item],
      ]),
    ),
  };
}

export const reliability: OracleFamily = {
  compute: (table, given) => {
    const { items, reverse, min_category, max_category } = optionsSchema.parse(given);
    const selection = {
      ...{ items, reverse: reverse ?? [] },
      minCategory: min_category ?? undefined,
      maxCategory: max_category ?? undefined,
    };
    const groupFactors = [2, 3, 4, 5];
    const report = reportReliability(table, {
      ...selection,
      ...{ level: 0.95, groupFactors, draws: 10_000, seed: 1 },
    });
    const { alpha, guttman, splitHalf, omega, ordinal, pairwise } = report;
    const { interItemCorrelations: between, measurementError: error } = report;
    const { oneFactor } = omega;
    const { minres, ml } = omega.exploratory;
    const model = ordinal?.ok && ordinal.model.ok ? ordinal.model : undefined;
    const named = <Value>(values: readonly Value[]) =>
      Object.fromEntries(items.map((name, item) => [name, values[item]]));
    const { covariance } = covarianceOfRows(completeRows(itemMatrix(table, selection)));
    const halves = (matrix: typeof covariance) =>
      asPsychSplits(splitHalves(matrix, 10_000, seededGenerator(1)), items.length);
    const k = items.length;
    const ninety = alpha.ok ? feldtInterval(alpha.raw, report.nComplete, k, 0.9) : undefined;
    const { oddEven, firstSecond } = splitHalf;
    return {
      n_listwise: report.nComplete,
      alpha_raw: alpha.ok ? alpha.raw : undefined,
      alpha_std: alpha.ok ? number(alpha.standardised) : undefined,
      lambda6_smc: number(report.lambda6OfCorrelations),
      mean_interitem_r: between?.mean,
      median_interitem_r: between?.median,
      signal_noise: between?.signalToNoise,
      ase: alpha.ok ? number(alpha.standardError) : undefined,
      feldt_ci95: alpha.ok ? list(alpha.interval) : undefined,
      duhachek_ci95: alpha.ok ? list(alpha.asymptoticInterval) : undefined,
      psychometric_alpha_CI_90: ninety &&
        alpha.ok && { LCL: ninety[0], ALPHA: alpha.raw, UCL: ninety[1] },
      alpha_if_deleted_raw: alpha.ok
        ? named(alpha.items.map((item) => number(item.alphaIfDeleted)))
        : undefined,
      alpha_if_deleted_std: alpha.ok
        ? named(alpha.items.map((item) => number(item.standardisedAlphaIfDeleted)))
        : undefined,
      sd_sum_score: error.ok ? error.standardDeviation : undefined,
      sem_sum_score: error.ok ? error.standardErrorOfMeasurement : undefined,
      sem_mean_score: error.ok ? error.standardErrorOfMeanScore : undefined,
      sdc95_sum_score: error.ok ? error.smallestDetectableChange95 : undefined,
      pairwise: {
        alpha_raw: number(pairwise.alpha),
        alpha_std: number(pairwise.standardisedAlpha),
        lambda6_smc: number(pairwise.lambda6),
      },
      guttman_cov: guttman.ok
        ? {
            ...{ lambda1: guttman.lambda1, lambda2: guttman.lambda2, lambda3: guttman.lambda3 },
            ...{ lambda5: guttman.lambda5, lambda6: number(guttman.lambda6) },
          }
        : undefined,
      split_half: {
        odd_even_r: oddEven.ok ? oddEven.correlation : undefined,
        odd_even_spearman_brown: oddEven.ok ? oddEven.spearmanBrown : undefined,
        // For r < 0 the reference loses the sign of r.
        odd_even_horst_unequal: oddEven.ok && oddEven.correlation >= 0 ? oddEven.horst : undefined,
        odd_even_guttman: oddEven.ok ? oddEven.guttman : undefined,
        first_second_r: firstSecond.ok ? firstSecond.correlation : undefined,
        first_second_spearman_brown: firstSecond.ok ? firstSecond.spearmanBrown : undefined,
        all_splits_cov: halves(covariance),
        all_splits_cor: halves(correlationFromCovariance(covariance)),
      },
      omega_cfa: oneFactor.ok
        ? {
            omega_model_implied_variance: oneFactor.omegaImpliedVariance,
            check_formula_model_implied: oneFactor.omegaImpliedVariance,
            omega_semTools_bollen: oneFactor.omegaImpliedVariance,
            omega_bentler: oneFactor.omegaImpliedVariance,
            omega_observed_variance: oneFactor.omegaObservedVariance,
            omega_mcdonald_observed_variance: oneFactor.omegaObservedVariance,
            ave_semTools: oneFactor.averageVarianceExtractedUnstandardised,
            ave_std: oneFactor.averageVarianceExtracted,
            composite_reliability_std_loadings: oneFactor.compositeReliability,
            std_loadings: named(oneFactor.loadings),
          }
        : undefined,
      omega_efa1_minres: minres.ok
        ? { omega_total: minres.omegaTotal, omega_over_sum_R: minres.omegaObservedVariance }
        : undefined,
      omega_efa1_ml: ml.ok ? { omega_total: ml.omegaTotal } : undefined,
      ordinal_alpha_polychoric_correct0: ordinal?.ok ? number(ordinal.ordinalAlpha) : undefined,
      ordinal_alpha_lavCor: ordinal?.ok ? number(ordinal.ordinalAlpha) : undefined,
      ordinal_omega_efa1_lavCor:
        ordinal?.ok && ordinal.ordinalOmega.ok ? ordinal.ordinalOmega.omegaTotal : undefined,
      categorical_omega_green_yang_model_variance: model?.categoricalOmega,
      categorical_omega_green_yang_observed_variance: model?.categoricalOmegaObservedVariance,
      ordinal_omega_wlsmv_latent_response_model_variance: model?.latentResponseOmega,
      ordinal_omega_wlsmv_latent_response_observed_variance:
        model?.latentResponseOmegaObservedVariance,
      ...Object.fromEntries(
        groupFactors.map((count, place) => {
          const found = omega.hierarchical[place];
          return [`omega_psych_nf${count}`, found && hierarchicalLeaves(found, items)];
        }),
      ),
    };
  },
  tolerances: [
    [/^omega_cfa/, 'omega_cfa'],
    [/^omega_psych/, 'omega_psych'],
    [/^omega_efa1/, 'omega_efa'],
    [/^ordinal_/, 'ordinal'],
    [/^categorical_/, 'categorical'],
  ],
};
