import type { Documents } from './cluster-documents.ts';

/** By theme the sum of where its documents lie, by weight: the direction of its middle. */
export function themeSums(
  { features, weights }: Pick<Documents, 'features' | 'weights'>,
  labels: Int32Array,
  k: number,
): Float64Array[] {
  const { values, width } = features;
  const sums = Array.from({ length: k }, () => new Float64Array(width));
  for (const [row, label] of labels.entries()) {
    const sum = sums[label];
    if (!sum) continue;
    const weight = weights[row] ?? 0;
    for (let j = 0; j < width; j += 1) {
      sum[j] = (sum[j] ?? 0) + weight * (values[row * width + j] ?? 0);
    }
  }
  return sums;
}
