import { z } from 'zod';
import { difSample, type DifSample } from '#analysis/dif/dif-sample.ts';
import { gradedResponseDif } from '#analysis/dif/graded-response-dif.ts';
import type { ChiSquareTest } from '#analysis/dif/likelihood-ratio-test.ts';
import {
  reportDifItems,
  type DifItemReport,
  type LogisticDifReport,
} from '#analysis/dif/report-dif-items.ts';
import type { Estimate, NotEstimable } from '#analysis/estimate.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';

const label = z.union([z.string(), z.number()]).transform(String);
const optionsSchema = z.object({
  items: z.array(z.string()),
  reverse: z.array(z.string()).default([]),
  group: z.string(),
  reference: label,
  focal: label,
});

const test = ({ chiSquare, degreesOfFreedom, p }: ChiSquareTest) => ({
  chisq: chiSquare,
  df: degreesOfFreedom,
  p,
});

const orNull = (estimate: Estimate) => (estimate.ok ? estimate.value : null);

function logisticTree(result: LogisticDifReport | NotEstimable): Tree {
  if (!result.ok) return undefined;
  const { logLik, nagelkerke, deltaNagelkerke, scoreSlope, groupEffect } = result;
  return {
    loglik: {
      null: logLik.null,
      score: logLik.score,
      score_group: logLik.scoreGroup,
      score_group_interaction: logLik.scoreGroupInteraction,
    },
    uniform_1v2: test(result.uniform),
    nonuniform_2v3: test(result.nonUniform),
    total_1v3: test(result.total),
    nagelkerke: {
      m1: nagelkerke.score,
      m2: nagelkerke.scoreGroup,
      m3: nagelkerke.scoreGroupInteraction,
      delta_uniform: deltaNagelkerke.uniform,
      delta_nonuniform: deltaNagelkerke.nonUniform,
      delta_total: deltaNagelkerke.total,
    },
    mcfadden_delta_total: result.deltaMcFadden.total,
    beta_score_m1: scoreSlope.alone,
    beta_score_m2: scoreSlope.withGroup,
    beta_group_m2: groupEffect.estimate,
    se_group_m2: groupEffect.standardError,
    odds_ratio_group_m2: result.oddsRatio,
    beta_change_pct: result.betaChangePercent,
    thresholds_m2: [...result.thresholds],
  };
}

function mantelTree({ mantel }: DifItemReport): Tree {
  const { test: mean, generalised, standardisedMeanDifference: smd } = mantel;
  return {
    mantel_chisq: mean.ok ? mean.chiSquare : null,
    mantel_p: mean.ok ? mean.p : null,
    // The linear-by-linear association test is the same statistic.
    coin_lbl_chisq: mean.ok ? mean.chiSquare : null,
    generalized_cmh: generalised.ok ? test(generalised) : undefined,
    smd_focal_minus_reference: smd.ok ? smd.difference : null,
    smd_over_pooled_sd: smd.ok ? smd.overPooledSd : null,
    liu_agresti_common_log_odds_ref_vs_focal: orNull(mantel.liuAgrestiLogOdds),
    n_used: mantel.nUsed,
    strata_used: mantel.strataUsed,
  };
}

function reports(sample: DifSample, matching: 'total' | 'rest'): DifItemReport[] {
  const settings = { matching, alpha: 0.05, confidenceLevel: 0.95 };
  return reportDifItems(sample, new Set(sample.names.keys()), settings);
}

/** All other items are anchors. */
function gradedTree(sample: DifSample) {
  const result = gradedResponseDif(sample, new Set(sample.names.keys()));
  if (!result.ok) return {};
  const tests = result.items.map((test) => (test.ok ? test : undefined));
  return {
    mirt_lr_all_others_anchor: {
      item: [...sample.names],
      chisq: tests.map((test) => test?.chiSquare),
      df: tests.map((test) => test?.degreesOfFreedom),
      p: tests.map((test) => test?.p),
    },
    mirt_focal_mean_var_under_invariance: { mean: result.focalMean, var: result.focalVariance },
  };
}

export const dif: OracleFamily = {
  compute: (table, given) => {
    const sample = difSample(table, optionsSchema.parse(given));
    const total = reports(sample, 'total');
    const rest = reports(sample, 'rest');
    const byItem = (of: (report: DifItemReport, i: number) => Tree) =>
      Object.fromEntries(total.map((report, i) => [report.item, of(report, i)] as const));
    const adjusted = (of: (result: LogisticDifReport) => number) =>
      byItem(({ ordinalLogistic }) => (ordinalLogistic.ok ? of(ordinalLogistic) : undefined));
    return {
      n: sample.n,
      n_reference: sample.nReference,
      n_focal: sample.nFocal,
      ordinal_logistic: byItem((report, i) => ({
        total: logisticTree(report.ordinalLogistic),
        rest: rest[i] ? logisticTree(rest[i].ordinalLogistic) : undefined,
      })),
      holm_total_1v3: adjusted((result) => result.holmP),
      bh_total_1v3: adjusted((result) => result.benjaminiHochbergP),
      mantel: byItem(mantelTree),
      ...gradedTree(sample),
    };
  },
  tolerances: [
    [/^ordinal_logistic\..*\.loglik\./, 'loglik'],
    [/^ordinal_logistic\..*\.chisq$/, 'lr_chisq'],
    // mirt stops when steps are small; the file has one limit for what follows from it.
    [/^mirt_/, 'mirt_chisq'],
  ],
};
