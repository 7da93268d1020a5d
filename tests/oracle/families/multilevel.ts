import { z } from 'zod';
import {
  multilevelGroups,
  type MultilevelGroupsReport,
} from '#analysis/multilevel/multilevel-groups.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';
import { byName } from './multilevel-options.ts';

const optionsSchema = z.object({
  group: z.string(),
  outcome: z.string(),
  items: z.array(z.string()).default([]),
  predictors: z.array(z.string()).default([]),
});

function dependence({ anova, dependence: groups }: MultilevelGroupsReport) {
  if (!anova.ok || !groups.ok) return {};
  return {
    groups: groups.groups,
    mean_group_size: groups.meanGroupSize,
    harmonic_like_k0: groups.k0,
    anova: {
      ...{ F: anova.f, df1: anova.df1, df2: anova.df2, p: anova.p },
      ...{ msb: groups.meanSquareBetween, msw: groups.meanSquareWithin },
    },
    icc1_multilevel_pkg: groups.icc1,
    icc2_multilevel_pkg: groups.icc2,
    icc1_with_k0: groups.icc1WithK0,
  };
}

function models({ emptyModel: { reml }, model }: MultilevelGroupsReport): Record<string, Tree> {
  const ml = model?.ml;
  return {
    design_effect_mean_size: reml.ok ? reml.designEffect : undefined,
    lmer_reml: reml.ok
      ? {
          fixed_intercept: reml.coefficients[0]?.estimate,
          se: reml.coefficients[0]?.standardError,
          var_between: reml.varianceGroup,
          var_within: reml.varianceWithin,
          icc: reml.icc,
          logLik_reml: reml.logLik,
        }
      : undefined,
    lmer_ml_predictors: ml?.ok
      ? {
          fixed: byName(ml.coefficients, ({ estimate }) => estimate),
          se: byName(ml.coefficients, ({ standardError }) => standardError),
          var_between: ml.varianceGroup,
          var_within: ml.varianceWithin,
          logLik: ml.logLik,
        }
      : undefined,
  };
}

export const multilevel: OracleFamily = {
  compute: (table, options) => {
    const { outcome, ...rest } = optionsSchema.parse(options);
    const isMean = outcome === 'mean of items';
    const report = multilevelGroups(table, { ...rest, outcome: isMean ? undefined : outcome });
    const first = report.agreement?.groups.slice(0, 5);
    return {
      n: report.n,
      ...dependence(report),
      ...models(report),
      rwgj_uniform_null: {
        mean: report.agreement?.mean,
        median: report.agreement?.median,
        first5: first?.map(({ rwg }) => rwg),
        first5_groups: first?.map(({ level }) => level),
      },
    };
  },
  tolerances: [[/^(lmer|design_effect)/, 'lmer']],
};
