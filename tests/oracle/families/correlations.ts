import { z } from 'zod';
import { reportCorrelations } from '#analysis/correlations/report-correlations.ts';
import type { OracleFamily } from '../family.ts';
import type { NamedMatrix, Tree } from '../tree.ts';

const optionsSchema = z.object({
  items: z.array(z.string()),
  reverse: z.array(z.string()).nullish(),
  min_category: z.number().nullish(),
  max_category: z.number().nullish(),
});

/** `pairs` is a list of which the case chooses some, so all are computed. */
export const correlations: OracleFamily = {
  compute: (table, given) => {
    const options = optionsSchema.parse(given);
    const { items } = options;
    const selection = {
      items,
      reverse: options.reverse ?? [],
      minCategory: options.min_category ?? undefined,
      maxCategory: options.max_category ?? undefined,
    };
    const pairs = items.flatMap((x, i) => items.slice(i + 1).map((y) => [x, y] as const));
    const report = reportCorrelations(table, { ...selection, pairs });
    const pairwise = reportCorrelations(table, { ...selection, missing: 'pairwise' });
    const named = (values: (number | null)[][], names = items): NamedMatrix => ({
      ...{ rows: [...names], cols: [...names], values },
    });
    const { polychoric } = report;
    const ordered = [...polychoric.items];
    return {
      n_listwise: report.nComplete,
      covariance: named(report.covariance),
      pearson: named(report.pearson),
      pearson_pairwise: named(pairwise.pearson),
      p_values: named(report.pValues),
      spearman: named(report.spearman),
      polychoric_lavCor: named(polychoric.correlations, ordered),
      polychoric_lavCor_se: named(polychoric.standardErrors, ordered),
      thresholds_lavCor: Object.fromEntries(
        ordered.map((name, item) => [name, polychoric.thresholds[item]]),
      ),
      polychoric_psych_correct0_localthresholds: named(polychoric.correlations, ordered),
      polychoric_psych_default_correct05_global: named(polychoric.correlations, ordered),
      polychoric_psych_correct0_pairwise: named(pairwise.polychoric.correlations, ordered),
      pairs: report.pairs.map((pair): Tree => {
        const { twoStep, maximumLikelihood: ml, pearson } = pair;
        return {
          ...{ x: pair.x, y: pair.y },
          two_step_rho: twoStep.ok ? twoStep.rho : undefined,
          two_step_se_polycor: twoStep.ok ? twoStep.conditionalStandardError : undefined,
          two_step_chisq: twoStep.ok ? twoStep.chiSquare : undefined,
          two_step_df: twoStep.ok ? twoStep.df : undefined,
          ml_se: ml.ok ? ml.standardError : undefined,
          ml_df: ml.ok ? ml.df : undefined,
          pearson: pearson.r,
          pearson_ci95: pearson.interval ?? undefined,
          pearson_t: pearson.t,
          pearson_p: pearson.pValue,
          kendall_tau_b: pair.kendallTauB,
          table: { values: pair.table },
        };
      }),
    };
  },
  tolerances: [
    [/^polychoric_lavCor_se/, 'polychoric_se'],
    [/^polychoric_lavCor/, 'polychoric_lavCor'],
    [/^polychoric_psych/, 'polychoric_psych'],
    [/_se(_polycor)?$/, 'polychoric_se'],
    [/two_step_(rho|chisq)$/, 'polychoric_lavCor'],
    [/^thresholds/, 'thresholds'],
  ],
};
