import { clusteredProportion as compute } from '#analysis/multilevel/clustered-proportion.ts';
import type { OracleFamily } from '../family.ts';
import { multilevelOptions } from './multilevel-options.ts';

const optionsSchema = multilevelOptions.partial({ covariates: true });

export const clusteredProportion: OracleFamily = {
  compute: (table, options) => {
    const report = compute(table, optionsSchema.parse(options));
    const clustered = report.clustered.ok ? report.clustered : undefined;
    return {
      ...{ n: report.n, clusters: report.clusters.clusters, events: report.events },
      proportion: report.proportion,
      wilson_plain: report.unadjustedInterval ?? undefined,
      ...{ k0: clustered?.k0, icc_anova: clustered?.intraclassCorrelation },
      ...{ design_effect: clustered?.designEffect, n_effective: clustered?.effectiveN },
      wilson_clustered: clustered?.interval,
    };
  },
  tolerances: [],
};
