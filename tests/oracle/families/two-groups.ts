import { z } from 'zod';
import { compareTwoGroups } from '#analysis/groups/compare-two-groups.ts';
import type { EffectSize } from '#analysis/groups/standardised-difference.ts';
import type { TwoSampleT } from '#analysis/groups/two-sample-t.ts';
import type { OracleFamily } from '../family.ts';
import { fKeys, intervalKeys } from './group-keys.ts';

const level = z.union([z.string(), z.number()]);
const optionsSchema = z.object({
  ...{ outcome: z.string(), group: z.string(), group1: level, group2: level },
});

const tKeys = (test: TwoSampleT) =>
  test.ok
    ? { statistic: test.t, df: test.degreesOfFreedom, p: test.p, ci95: test.interval }
    : undefined;

export const twoGroups: OracleFamily = {
  compute: (table, options) => {
    const report = compareTwoGroups(table, optionsSchema.parse(options));
    const [first, second] = report.groups;
    const { welch, effectSizes: effects, mannWhitney: ranks } = report;
    const effect = (pick: (found: Extract<typeof effects, { ok: true }>) => EffectSize) =>
      effects.ok ? intervalKeys(pick(effects)) : undefined;
    const estimable = effects.ok ? effects : undefined;
    return {
      ...{ n1: first?.n, n2: second?.n, mean1: first?.mean, mean2: second?.mean },
      ...{ sd1: first?.sd, sd2: second?.sd },
      mean_difference: welch.ok ? welch.difference : undefined,
      welch: tKeys(welch),
      student: tKeys(report.student),
      mann_whitney: ranks.ok
        ? {
            W: ranks.u,
            p_corrected: ranks.pCorrected,
            p_uncorrected: ranks.pUncorrected,
            prob_superiority: ranks.probabilityOfSuperiority,
          }
        : undefined,
      cohens_d_pooled: effect(({ cohensD }) => cohensD),
      hedges_g: effect(({ hedgesG }) => hedgesG),
      cohens_d_unpooled: effect(({ unpooledD }) => unpooledD),
      cohens_d_formula: estimable?.cohensD.value,
      hedges_J_exact: estimable?.hedgesCorrection,
      hedges_g_formula: estimable?.hedgesG.value,
      d_se_large_sample: estimable?.standardError,
      glass_delta_sd2: estimable?.glassDelta,
      rank_biserial: ranks.ok ? intervalKeys(ranks.rankBiserial) : undefined,
      cliffs_delta_formula: ranks.ok ? ranks.rankBiserial.value : undefined,
      brown_forsythe: fKeys(report.brownForsythe),
      ks_two_sample: {
        statistic: report.kolmogorovSmirnov?.statistic,
        p: report.kolmogorovSmirnov?.p,
      },
    };
  },
  tolerances: [[/\.ci_(low|high)$/, 'effect_size_ci']],
};
