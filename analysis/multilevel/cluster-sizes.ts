import type { ModelRows } from './model-rows.ts';

export interface ClusterSizes {
  readonly clusters: number;
  /** Only when there is a higher level. */
  readonly higherClusters?: number;
  readonly mean: number;
  readonly smallest: number;
  readonly largest: number;
}

export type MultilevelWarning =
  'fewer-than-20-clusters' | 'fewer-than-30-clusters' | 'singular-fit' | 'repeated-group-names';

/**
 * How many clusters there are and how large they are, with what that means for the model.
 *
 * n_h, h = 1 … clusters.
 *
 * @param rows sorted rows.
 * @param isNested whether the upper clusters are a level of their own.
 * @returns sizes, and warnings: variances and their tests are biased with fewer than 20 to 30 clusters.
 * @remarks Missing data: complete rows alone.
 * @throws never.
 * @see Maas, C. J. M., Hox, J. J. (2005). https://doi.org/10.1027/1614-2241.1.3.86; McNeish, D. M., Stapleton,
 *   L. M. (2016). https://doi.org/10.1007/s10648-014-9287-x.
 */
export function clusterSizes(
  rows: ModelRows,
  isNested: boolean,
): { sizes: ClusterSizes; warnings: MultilevelWarning[] } {
  const clusters = rows.lowerStart.length - 1;
  const each = Array.from(rows.lowerStart.subarray(1), (end, h) => end - (rows.lowerStart[h] ?? 0));
  const fewest = isNested ? rows.upperStart.length - 1 : clusters;
  const sizes: ClusterSizes = {
    clusters,
    ...(isNested ? { higherClusters: fewest } : {}),
    mean: clusters > 0 ? rows.n / clusters : 0,
    smallest: clusters > 0 ? Math.min(...each) : 0,
    largest: Math.max(0, ...each),
  };
  const few = fewest < 20 ? 'fewer-than-20-clusters' : 'fewer-than-30-clusters';
  return {
    sizes,
    warnings: [
      ...(fewest < 30 ? ([few] as const) : []),
      ...(rows.hasRepeatedGroups ? (['repeated-group-names'] as const) : []),
    ],
  };
}
