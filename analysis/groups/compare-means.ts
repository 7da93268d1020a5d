import { adjustPValues } from './adjust-p-values.ts';
import { welchDifference, type GroupMoments, type MeanDifference } from './welch-difference.ts';

export interface ComparedPair extends MeanDifference {
  /** Places of the two groups in the input; the difference is `high` minus `low`, not negative. */
  readonly high: number;
  readonly low: number;
  /** Holm's, over all pairs. */
  readonly adjustedP: number;
}

/**
 * All pairs of groups by Welch's test, with p-values adjusted after Holm.
 *
 * p of `welchDifference` for every i < j; adjusted max_{j ≤ i} (m − j + 1) p_(j) over the m pairs.
 *
 * @param groups g groups: n, mean, SD (n − 1). Only such as may be shown: what is returned follows from
 *   these moments alone, so it tells nothing that they do not.
 * @param level confidence level of each interval, which is of its pair alone.
 * @returns at most g(g − 1)/2 pairs, the greatest difference first; adjusted p in [0, 1].
 * @remarks Missing data: as `welchDifference`; a pair that it cannot test is left out and not counted.
 * @throws DomainError as `welchDifference`.
 * @see Welch, B. L. (1947). https://doi.org/10.1093/biomet/34.1-2.28; Holm, S. (1979). A simple
 *   sequentially rejective multiple test procedure. Scand J Statist 6, 65–70
 *   (https://www.jstor.org/stable/4615733). Reference values: R 4.2.2 `t.test`, `p.adjust`.
 */
export function compareMeans(groups: readonly GroupMoments[], level = 0.95): ComparedPair[] {
  const pairs = groups.flatMap((first, i) =>
    groups.slice(i + 1).flatMap((second, offset) => {
      const j = i + 1 + offset;
      const [high, low] = first.mean >= second.mean ? [i, j] : [j, i];
      const result =
        high === i ? welchDifference(first, second, level) : welchDifference(second, first, level);
      return result.ok ? [{ ...result, high, low }] : [];
    }),
  );
  const adjusted = adjustPValues(
    pairs.map(({ p }) => p),
    'holm',
  );
  return pairs
    .map((pair, index) => ({ ...pair, adjustedP: adjusted[index] ?? NaN }))
    .sort((a, b) => b.difference - a.difference);
}
