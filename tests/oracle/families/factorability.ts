import { z } from 'zod';
import {
  reportFactorability,
  type FactorabilityReport,
} from '#analysis/correlations/report-factorability.ts';
import type { OracleFamily } from '../family.ts';

const optionsSchema = z.object({
  items: z.array(z.string()),
  reverse: z.array(z.string()).nullish(),
  correlation: z.string(),
});

export const factorability: OracleFamily = {
  compute: (table, given) => {
    const { items, reverse, correlation } = optionsSchema.parse(given);
    const report = reportFactorability(table, {
      items,
      reverse: reverse ?? [],
      correlation: correlation.startsWith('polychoric') ? 'polychoric' : 'pearson',
    });
    if ('reason' in report) return {};
    const byItem = (value: (item: FactorabilityReport['items'][number]) => number) =>
      Object.fromEntries(report.items.map((item) => [item.name, value(item)]));
    return {
      n: report.n,
      kmo_overall: report.kmo,
      msa: byItem((item) => item.samplingAdequacy),
      bartlett_chisq: report.bartlett.chiSquare,
      bartlett_df: report.bartlett.df,
      bartlett_p: report.bartlett.pValue,
      determinant: report.determinant,
      smc: byItem((item) => item.squaredMultipleCorrelation),
    };
  },
  tolerances: [[/^bartlett_chisq/, 'bartlett_chisq_rel']],
};
