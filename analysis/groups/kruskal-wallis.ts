import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { midRanks } from '../numeric/mid-ranks.ts';
import { normalProbability } from '../numeric/normal-probability.ts';
import { adjustPValues } from './adjust-p-values.ts';
import { tieSum } from './tie-sum.ts';

export interface RankPair {
  readonly first: string;
  readonly second: string;
  /** Positive: the second group ranks higher. */
  readonly z: number;
  readonly p: number;
  readonly pHolm: number;
  readonly pBenjaminiHochberg: number;
}

export type KruskalWallis =
  | {
      readonly ok: true;
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      readonly p: number;
      /** H (n + 1)/(n² − 1), in [0, 1]. */
      readonly rankEpsilon2: number;
      /** (H − k + 1)/(n − k); null where every group is one respondent. */
      readonly rankEta2: number | null;
      /** Dunn's comparisons. */
      readonly pairs: readonly RankPair[];
    }
  | NotEstimable;

/**
 * The Kruskal–Wallis test of several groups, and Dunn's comparisons of all pairs.
 *
 * H = (12/(n(n + 1)) Σ R_g²/n_g − 3(n + 1)) / (1 − Σ(t³ − t)/(n³ − n)); Dunn z = (R̄_j − R̄_i)/
 * √((n(n + 1)/12 − Σ(t³ − t)/(12(n − 1)))(1/n_i + 1/n_j)).
 *
 * @param groups name and values of each group that occurs; no NaN.
 * @returns H with χ² on k − 1 degrees of freedom; p of the pairs plain and adjusted.
 * @remarks Missing data: to be left out before. Fewer than two groups: 'too-few-groups'; all equal:
 *   'zero-variance'.
 * @throws never.
 * @see Kruskal, W. H., Wallis, W. A. (1952). https://doi.org/10.1080/01621459.1952.10483441; Dunn, O. J. (1964).
 *   https://doi.org/10.1080/00401706.1964.10490181. Reference values: R 4.2.2 `kruskal.test`, effectsize 0.8.3.
 */
export function kruskalWallis(
  groups: readonly { readonly level: string; readonly values: Float64Array }[],
): KruskalWallis {
  const k = groups.length;
  if (k < 2) return { ok: false, reason: 'too-few-groups' };
  const pooled = Float64Array.from(groups.flatMap(({ values }) => [...values]));
  const n = pooled.length;
  const ties = tieSum(pooled);
  if (ties === n ** 3 - n) return { ok: false, reason: 'zero-variance' };
  const ranks = midRanks(pooled);
  let start = 0;
  const means = groups.map(({ level, values }) => {
    const end = start + values.length;
    const mean = ranks.subarray(start, end).reduce((sum, rank) => sum + rank, 0) / values.length;
    start = end;
    return { level, n: values.length, mean };
  });
  const middle = (n + 1) / 2;
  const between = means.reduce((sum, g) => sum + g.n * (g.mean - middle) ** 2, 0);
  const statistic = ((12 / (n * (n + 1))) * between) / (1 - ties / (n ** 3 - n));
  const variance = (n * (n + 1)) / 12 - ties / (12 * (n - 1));
  const pairs = means.flatMap((first, i) =>
    means.slice(i + 1).map((second) => {
      const z = (second.mean - first.mean) / Math.sqrt(variance * (1 / first.n + 1 / second.n));
      const p = 2 * normalProbability(-Math.abs(z));
      return { first: first.level, second: second.level, z, p };
    }),
  );
  const plain = pairs.map(({ p }) => p);
  const [holm, benjaminiHochberg] = [adjustPValues(plain, 'holm'), adjustPValues(plain, 'bh')];
  return {
    ...{ ok: true, statistic, degreesOfFreedom: k - 1, p: chiSquareP(statistic, k - 1) },
    rankEpsilon2: (statistic * (n + 1)) / (n * n - 1),
    rankEta2: n > k ? (statistic - k + 1) / (n - k) : null,
    pairs: pairs.map((pair, i) => ({
      ...pair,
      pHolm: holm[i] ?? NaN,
      pBenjaminiHochberg: benjaminiHochberg[i] ?? NaN,
    })),
  };
}
