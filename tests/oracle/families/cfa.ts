import { z } from 'zod';
import { confirmatoryFactorAnalysis } from '#analysis/models/confirmatory-factor-analysis.ts';
import type { OracleFamily } from '../family.ts';
import { fitLeaves, parameterLeaves, squareLeaves } from './model-leaves.ts';

const optionsSchema = z.object({
  model: z.string(),
  estimator: z.enum(['ML', 'MLR']),
  missing: z.enum(['listwise', 'fiml']),
  std_lv: z.boolean(),
  reverse: z.array(z.string()),
  min_category: z.number().nullable(),
  max_category: z.number().nullable(),
});

export const cfa: OracleFamily = {
  compute: (table, given) => {
    const options = optionsSchema.parse(given);
    const report = confirmatoryFactorAnalysis(table, {
      ...{ model: options.model, estimator: options.estimator, missing: options.missing },
      ...{ stdLv: options.std_lv, reverse: options.reverse },
      minCategory: options.min_category ?? undefined,
      maxCategory: options.max_category ?? undefined,
    });
    if (!report.ok) return { converged: false, reason: report.reason };
    const [validity] = report.validity;
    const factors = validity?.factors ?? [];
    const of = <Value>(value: (factor: (typeof factors)[number]) => Value) =>
      Object.fromEntries(factors.map((factor) => [factor.factor, value(factor)]));
    const { htmt } = report;
    const residuals = report.residualCorrelations.flatMap((cells) => [...cells].map(Math.abs));
    return {
      n_used: report.nUsed,
      converged: true,
      fit: fitLeaves(report.fit),
      parameters: parameterLeaves(report.parameters, false),
      per_factor: of((factor) => ({
        ave_std: factor.averageVarianceExtracted,
        composite_reliability_std: factor.compositeReliability,
      })),
      compRelSEM: of((factor) => factor.omegaObservedVariance),
      AVE_semTools: of((factor) => factor.averageVarianceExtractedUnstandardised),
      factor_correlations: validity && squareLeaves(report.factors, validity.correlations),
      fornell_larcker: of((factor) => factor.meetsFornellLarcker),
      htmt_pearson: htmt && squareLeaves(htmt.factors, htmt.htmt),
      htmt2_pearson: htmt && squareLeaves(htmt.factors, htmt.htmt2),
      top_modification_indices: report.modificationIndices.map(
        ({ lhs, op, rhs, index, expectedChange }) => ({
          lhs,
          op,
          rhs,
          mi: index,
          epc: expectedChange,
        }),
      ),
      max_abs_residual_correlation: Math.max(...residuals),
    };
  },
  tolerances: [
    [/\.logl$/, 'loglik'],
    [/chisq/, 'chisq_rel'],
    [/(cfi|tli|rmsea|srmr)/, 'cfi_tli_rmsea_srmr'],
    [/\.se$/, 'se'],
    [/\.est$/, 'estimates'],
  ],
};
