import { z } from 'zod';
import { measurementInvariance } from '#analysis/models/measurement-invariance.ts';
import type { OracleFamily } from '../family.ts';
import { fitLeaves, parameterLeaves } from './model-leaves.ts';

const optionsSchema = z.object({
  model: z.string(),
  estimator: z.enum(['ML', 'MLR']),
  missing: z.enum(['listwise', 'fiml']),
  group: z.string(),
  group_levels: z.array(z.string()),
  reverse: z.array(z.string()),
  min_category: z.number().nullable(),
  max_category: z.number().nullable(),
});

export const invariance: OracleFamily = {
  compute: (table, given) => {
    const options = optionsSchema.parse(given);
    const { model, estimator, missing, group, reverse } = options;
    const report = measurementInvariance(table, {
      ...{ model, estimator, missing, group, reverse, groupLevels: options.group_levels },
      minCategory: options.min_category ?? undefined,
      maxCategory: options.max_category ?? undefined,
    });
    if (!report.ok) return {};
    const steps = report.steps.flatMap((step) => (step.ok ? [step] : []));
    const configural = steps.find(({ step }) => step === 'configural');
    return {
      n_per_group: Object.fromEntries(report.groups.map(({ level, n }) => [level, n])),
      fit: Object.fromEntries(steps.map(({ step, fit }) => [step, fitLeaves(fit)])),
      comparisons: Object.fromEntries(
        report.comparisons.map(({ from, to, test, change }) => [
          `${from}_vs_${to}`,
          {
            chisq_diff: test?.chiSquare,
            df_diff: test?.degreesOfFreedom,
            p: test?.p,
            delta_cfi: change.cfi,
            delta_cfi_unscaled: change.cfi,
            delta_rmsea: change.rmsea,
            delta_srmr: change.srmr,
          },
        ]),
      ),
      latent_means_scalar: parameterLeaves(report.latentMeans, true),
      parameters_configural: configural && parameterLeaves(configural.parameters, true),
    };
  },
  tolerances: [
    [/delta_cfi/, 'delta_cfi'],
    [/chisq/, 'chisq_rel'],
    [/^fit.*(cfi|tli|rmsea|srmr)/, 'fit_indices'],
    [/\.est$/, 'estimates'],
  ],
};
