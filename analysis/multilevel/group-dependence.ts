import type { NotEstimable } from '../estimate.ts';
import type { GroupMoments } from '../groups/group-moments.ts';
import { oneWayAnova, type OneWayAnova } from '../groups/one-way-anova.ts';

export interface GroupDependence {
  readonly ok: true;
  readonly groups: number;
  readonly meanGroupSize: number;
  /** Mean group size corrected for unequal sizes. */
  readonly k0: number;
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  /** ICC(1) with the mean group size; may be negative. */
  readonly icc1: number;
  readonly icc1WithK0: number;
  /** ICC(2), reliability of group means. */
  readonly icc2: number;
}

/**
 * How alike people of the same group are, from the analysis of variance.
 *
 * ICC(1) = (MS_b − MS_w)/(MS_b + (k − 1) MS_w), k the mean group size or k₀ = (n − Σ n_g²/n)/(g − 1); ICC(2) =
 * (MS_b − MS_w)/MS_b.
 *
 * @param all moments of the groups; empty ones are passed over.
 * @returns the analysis of variance and the coefficients, or its reason twice.
 * @remarks Missing data: not in the moments. Reasons as `oneWayAnova`.
 * @throws never.
 * @see Bliese, P. D. (2000), in Klein & Kozlowski (eds); Donner, A. (1986). https://doi.org/10.2307/1403259 (k₀).
 *   Reference values: multilevel 2.7 `ICC1`, `ICC2`.
 */
export function groupDependence(all: readonly GroupMoments[]): {
  anova: OneWayAnova;
  dependence: GroupDependence | NotEstimable;
} {
  const moments = all.filter(({ n }) => n > 0);
  const anova = oneWayAnova(moments);
  if (!anova.ok) return { anova, dependence: anova };
  const n = moments.reduce((sum, group) => sum + group.n, 0);
  const squares = moments.reduce((sum, group) => sum + group.n ** 2, 0);
  const groups = moments.length;
  const between = anova.squaresBetween / anova.df1;
  const within = anova.squaresWithin / anova.df2;
  const k0 = (n - squares / n) / (groups - 1);
  const icc = (size: number) => (between - within) / (between + (size - 1) * within);
  const dependence: GroupDependence = {
    ...{ ok: true, groups, meanGroupSize: n / groups, k0 },
    ...{ meanSquareBetween: between, meanSquareWithin: within },
    ...{ icc1: icc(n / groups), icc1WithK0: icc(k0), icc2: (between - within) / between },
  };
  return { anova, dependence };
}
