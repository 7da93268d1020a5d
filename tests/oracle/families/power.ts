import { z } from 'zod';
import { reportPower } from '#analysis/power/report-power.ts';
import type { OracleFamily } from '../family.ts';

const number = z.number().optional();
const optionsSchema = z.object({
  ...{ d: number, dz: number, p1: number, p2: number, r: number, n: number },
  ...{ margin: number, population: number, power: number },
});

export const power: OracleFamily = {
  compute: (_table, given) => {
    const report = reportPower(optionsSchema.parse(given));
    return {
      n_per_group_two_sample_t: report.nPerGroupTwoSampleT,
      n_pairs_paired_t: report.nPairsPairedT,
      power_two_sample_n: report.powerTwoSampleT,
      n_per_group_two_proportions: report.nPerGroupTwoProportions,
      n_correlation_fisher: report.nCorrelation,
      n_proportion_margin: report.nProportionMargin,
      n_proportion_margin_fpc: report.nProportionMarginFinitePopulation,
    };
  },
  tolerances: [],
};
