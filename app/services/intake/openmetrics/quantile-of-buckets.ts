export type Bucket = { edge: number; count: number };

/**
 * A quantile from counts of buckets, each up to its edge, by linear interpolation within the bucket that
 * holds it. Nothing where that one has no upper or no lower edge; the first begins at 0 if its edge is above.
 */
export function quantileOfBuckets(buckets: readonly Bucket[], p: number): number | undefined {
  const n = buckets.reduce((sum, { count }) => sum + count, 0);
  const rank = p * n;
  let below = 0;
  for (const [place, { edge, count }] of buckets.entries()) {
    const isHere = count > 0 && below + count >= rank;
    if (!isHere) {
      below += count;
      continue;
    }
    const low = place > 0 ? buckets[place - 1]?.edge : edge > 0 ? 0 : undefined;
    if (low === undefined || !Number.isFinite(edge)) return undefined;
    return low + ((edge - low) * (rank - below)) / count;
  }
  return undefined;
}
