import type { OrdinalMoments } from './ordinal-moments.ts';

/** One group's statistics with their diagonal weights. */
export interface OrdinalGroupData {
  readonly n: number;
  readonly statistics: Float64Array;
  /** 1 / Γ_ss, Γ with n − 1. */
  readonly weights: Float64Array;
  readonly gamma: Float64Array;
  readonly correlations: Float64Array;
}

/** What a model of ordered items is fitted to. */
export interface OrdinalData {
  /** Over all groups. */
  readonly n: number;
  readonly names: readonly string[];
  readonly steps: readonly number[];
  /** Item of each threshold. */
  readonly itemOf: Int32Array;
  readonly groups: readonly OrdinalGroupData[];
}

/** Moments of the groups, all of the same items with the same numbers of thresholds, as data for estimation. */
export function ordinalData(groups: readonly OrdinalMoments[]): OrdinalData {
  const [first] = groups;
  const { names = [], steps = [] } = first ?? {};
  return {
    n: groups.reduce((sum, { n }) => sum + n, 0),
    ...{ names, steps },
    itemOf: Int32Array.from(steps.flatMap((count, item) => new Array<number>(count).fill(item))),
    groups: groups.map(({ n, statistics, gamma: uncorrected, correlations }) => {
      // As for every sample covariance: influences are centred at their means.
      const gamma = uncorrected.map((value) => (value * n) / (n - 1));
      const weights = statistics.map((_, s) => 1 / (gamma[s * (statistics.length + 1)] ?? NaN));
      return { n, statistics, weights, gamma, correlations };
    }),
  };
}
