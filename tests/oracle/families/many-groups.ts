import { z } from 'zod';
import { compareManyGroups } from '#analysis/groups/compare-many-groups.ts';
import type { OracleFamily } from '../family.ts';
import { fKeys, intervalKeys } from './group-keys.ts';

const optionsSchema = z.object({
  ...{ outcome: z.string(), group: z.string(), levels: z.array(z.string()).optional() },
});

function byPair<Pair extends { readonly first: string; readonly second: string }, Keys>(
  pairs: readonly Pair[],
  keys: (pair: Pair) => Keys,
): Record<string, Keys> {
  return Object.fromEntries(
    pairs.map((pair) => [`${pair.second}-${pair.first}`, keys(pair)] as const),
  );
}

export const manyGroups: OracleFamily = {
  compute: (table, options) => {
    const report = compareManyGroups(table, optionsSchema.parse(options));
    const { anova, effectSizes: effects, kruskalWallis: ranks, tukey, gamesHowell } = report;
    const { bartlett, shapiroWilk: shapiro, groups } = report;
    const each = (value: (group: (typeof groups)[number]) => number | null) =>
      Object.fromEntries(groups.map((group) => [group.level, value(group)]));
    const estimable = 'ok' in effects ? undefined : effects;
    return {
      n: report.n,
      n_per_group: each(({ n }) => n),
      means: each(({ mean }) => mean),
      sds: each(({ sd }) => sd),
      anova: anova.ok
        ? { ...fKeys(anova), ss_between: anova.squaresBetween, ss_within: anova.squaresWithin }
        : undefined,
      welch_anova: fKeys(report.welchAnova),
      kruskal_wallis: ranks.ok
        ? { statistic: ranks.statistic, df: ranks.degreesOfFreedom, p: ranks.p }
        : undefined,
      eta2: estimable && intervalKeys(estimable.eta2),
      omega2: estimable && intervalKeys(estimable.omega2),
      epsilon2_anova: estimable && intervalKeys(estimable.epsilon2),
      rank_epsilon2: ranks.ok ? ranks.rankEpsilon2 : undefined,
      rank_eta2_H: ranks.ok ? ranks.rankEta2 : undefined,
      brown_forsythe: fKeys(report.brownForsythe),
      tukey:
        'ok' in tukey
          ? undefined
          : byPair(tukey, ({ difference, interval, p }) => ({
              ...{ diff: difference, lwr: interval[0], upr: interval[1], 'p adj': p },
            })),
      games_howell:
        'ok' in gamesHowell
          ? undefined
          : byPair(gamesHowell, ({ difference, t, degreesOfFreedom, p }) => ({
              ...{ diff: difference, t, df: degreesOfFreedom, p },
            })),
      dunn: ranks.ok
        ? byPair(ranks.pairs, ({ z: statistic, p, pHolm, pBenjaminiHochberg }) => ({
            ...{ z: statistic, p, p_holm: pHolm, p_bh: pBenjaminiHochberg },
          }))
        : undefined,
      bartlett: bartlett.ok
        ? { statistic: bartlett.statistic, df: bartlett.degreesOfFreedom, p: bartlett.p }
        : undefined,
      shapiro_residuals: shapiro.ok ? { statistic: shapiro.w, p: shapiro.p } : undefined,
    };
  },
  tolerances: [
    [/\.ci_(low|high)$/, 'effect_size_ci'],
    [/^tukey\..*(p adj|lwr|upr)$/, 'tukey_p'],
    [/^games_howell\..*\.p$/, 'tukey_p'],
  ],
};
