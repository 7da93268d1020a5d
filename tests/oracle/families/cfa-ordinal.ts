import { z } from 'zod';
import { reportCfaOrdinal } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import type { OracleFamily } from '../family.ts';
import type { NamedMatrix } from '../tree.ts';
import { estimateLeaves, fitLeaves, ordinalTolerances } from './ordinal-leaves.ts';

const optionsSchema = z.object({
  model: z.string(),
  estimator: z.enum(['WLSMV', 'DWLS']),
  reverse: z.array(z.string()).nullish(),
  min_category: z.number().nullish(),
  max_category: z.number().nullish(),
  std_lv: z.boolean().optional(),
  orthogonal: z.boolean().nullish(),
  parameterization: z.enum(['delta', 'theta']).nullish(),
});

export const cfaOrdinal: OracleFamily = {
  compute: (table, given) => {
    const options = optionsSchema.parse(given);
    const report = reportCfaOrdinal(table, {
      ...{ model: options.model, estimator: options.estimator },
      stdLv: options.std_lv,
      orthogonal: options.orthogonal ?? undefined,
      parameterization: options.parameterization ?? undefined,
      reverse: options.reverse ?? [],
      minCategory: options.min_category ?? undefined,
      maxCategory: options.max_category ?? undefined,
    });
    if ('reason' in report) return { converged: false };
    const { factors } = report;
    const names = factors.map(({ name }) => name);
    type Factor = (typeof factors)[number];
    const byFactor = <Value>(value: (factor: Factor) => Value) =>
      Object.fromEntries(factors.map((factor) => [factor.name, value(factor)]));
    const named = (values: readonly (readonly number[])[] | undefined) =>
      values &&
      ({ rows: names, cols: names, values: values.map((row) => [...row]) } as NamedMatrix);
    return {
      n_used: report.n,
      converged: true,
      fit: fitLeaves(report.fit),
      parameters: report.estimates.map((row) => estimateLeaves(row, false)),
      per_factor: byFactor((factor) => ({
        ave_std: factor.averageVarianceExtracted,
        composite_reliability_std: factor.compositeReliability,
      })),
      compRelSEM: byFactor((factor) => factor.categoricalOmega),
      AVE_semTools: byFactor((factor) => factor.averageVarianceExtracted),
      factor_correlations: named(report.factorCorrelations),
      fornell_larcker: byFactor((factor) => factor.isDiscriminated),
      htmt_pearson: named(report.htmt?.pearson),
      htmt2_pearson: named(report.htmt?.pearson2),
      htmt_polychoric: named(report.htmt?.polychoric),
      top_modification_indices: report.modificationIndices.map(
        ({ lhs, op, rhs, index, expectedChange }) => ({
          lhs,
          op,
          rhs,
          mi: index,
          // The reference's is (N − 1)/N of the step g/v.
          epc: (expectedChange * (report.n - 1)) / report.n,
        }),
      ),
      max_abs_residual_correlation: report.fit.largestResidualCorrelation,
    };
  },
  tolerances: ordinalTolerances,
};
