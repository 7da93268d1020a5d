import { z } from 'zod';
import { comparePaired } from '#analysis/groups/compare-paired.ts';
import type { OracleFamily } from '../family.ts';
import { intervalKeys } from './group-keys.ts';

const optionsSchema = z.object({
  pre: z.string(),
  post: z.string(),
  subset: z.string().optional(),
  reliability_for_rci: z.number().optional(),
});

const percent = (share: number) => 100 * share;

export const paired: OracleFamily = {
  compute: (table, given) => {
    const { reliability_for_rci: reliabilityForRci, ...columns } = optionsSchema.parse(given);
    const report = comparePaired(table, { ...columns, reliabilityForRci });
    const { before, after, change, pairedT: t, wilcoxonSignedRank: ranks } = report;
    const effects = report.effectSizes.ok ? report.effectSizes : undefined;
    const reliable = report.reliableChange?.ok ? report.reliableChange : undefined;
    return {
      ...{ n: report.n, mean_pre: before.mean, mean_post: after.mean, mean_diff: change.mean },
      ...{ sd_pre: before.sd, sd_post: after.sd, sd_diff: change.sd, r: report.correlation },
      paired_t: t.ok
        ? { statistic: t.t, df: t.degreesOfFreedom, p: t.p, ci95: t.interval }
        : undefined,
      wilcoxon: ranks.ok
        ? {
            ...{ V: ranks.v, n_nonzero: ranks.nonZero },
            ...{ p_corrected: ranks.pCorrected, p_uncorrected: ranks.pUncorrected },
          }
        : undefined,
      matched_rank_biserial: ranks.ok ? ranks.rankBiserial.value : undefined,
      srm: effects?.cohensDz.value,
      srm_hedges: effects?.hedgesGz.value,
      cohens_dz: effects && intervalKeys(effects.cohensDz),
      d_av: effects?.dAv,
      glass_pre: effects?.dBefore,
      d_rm: effects?.dRm,
      rci_denominator: reliable?.standardErrorOfDifference,
      rci_first5: reliable && [...reliable.indexes.subarray(0, 5)],
      reliable_improved_pct: reliable && percent(reliable.improved),
      reliable_worse_pct: reliable && percent(reliable.worse),
    };
  },
  tolerances: [[/\.ci_(low|high)$/, 'effect_size_ci']],
};
