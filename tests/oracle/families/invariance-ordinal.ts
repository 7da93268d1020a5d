import { z } from 'zod';
import { reportInvarianceOrdinal } from '#analysis/models/ordinal/report-invariance-ordinal.ts';
import type { OracleFamily } from '../family.ts';
import { estimateLeaves, fitLeaves, ordinalTolerances } from './ordinal-leaves.ts';

const optionsSchema = z.object({
  model: z.string(),
  group: z.string(),
  group_levels: z.array(z.string()).nullish(),
  reverse: z.array(z.string()).nullish(),
  min_category: z.number().nullish(),
  max_category: z.number().nullish(),
  parameterization: z.enum(['delta', 'theta']).nullish(),
});

export const invarianceOrdinal: OracleFamily = {
  compute: (table, given) => {
    const options = optionsSchema.parse(given);
    const report = reportInvarianceOrdinal(table, {
      ...{ model: options.model, group: options.group },
      groupLevels: options.group_levels ?? undefined,
      reverse: options.reverse ?? [],
      minCategory: options.min_category ?? undefined,
      maxCategory: options.max_category ?? undefined,
      parameterization: options.parameterization ?? undefined,
    });
    if ('reason' in report) return {};
    return {
      n_per_group: Object.fromEntries(report.groups.map(({ level, n }) => [level, n])),
      fit: Object.fromEntries(
        report.steps.map(({ level, fit }) => [
          level,
          // Of several groups the reference weighs the baseline's expectation wrongly.
          { ...fitLeaves(fit), 'cfi.robust': undefined, 'tli.robust': undefined },
        ]),
      ),
      comparisons: Object.fromEntries(
        report.comparisons.map((step) => [
          `${step.from}_vs_${step.to}`,
          {
            ...{ chisq_diff: step.test?.chiSquare, df_diff: step.test?.degreesOfFreedom },
            ...{ p: step.test?.p, delta_cfi: step.deltaCfi, delta_rmsea: step.deltaRmsea },
            ...{ delta_srmr: step.deltaSrmr, delta_cfi_unscaled: step.deltaCfiUnscaled },
          },
        ]),
      ),
      latent_means_scalar: report.latentMeans.map((row) => estimateLeaves(row, true)),
      parameters_configural: report.steps[0]?.estimates.map((row) => estimateLeaves(row, true)),
    };
  },
  tolerances: ordinalTolerances,
};
