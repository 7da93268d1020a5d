import { Matrix } from 'ml-matrix';
import { symmetricEigen } from '../numeric/symmetric-eigen.ts';
import type { ResponsePatterns } from './response-patterns.ts';

/** Logistic and normal ogive differ least at this scale factor (Camilli 1994, https://doi.org/10.3102/10769986019003293). */
const SCALE = 1.702;

export interface ItemStart {
  readonly slope: number;
  /** Logit of the share in category c or above, c = 1 … K − 1, given the slope; descending. */
  readonly intercepts: Float64Array;
  /** Answers in each category, above 0. */
  readonly counts: Float64Array;
}

/** Per item, counts of its categories. */
function categoryCounts({ patterns, counts, offsets, scores }: ResponsePatterns): Float64Array[] {
  const all = new Float64Array(offsets.at(-1) ?? 0);
  patterns.forEach((place, cell) => {
    const n = counts[Math.floor(cell / scores.length)] ?? 0;
    if (place >= 0) all[place] = (all[place] ?? 0) + n;
  });
  return scores.map((_, item) => all.slice(offsets[item], offsets[item + 1]));
}

/** Correlations of the category numbers, a missing answer taken for the item's mean. */
function roughCorrelation(responses: ResponsePatterns, shares: readonly Float64Array[]): Matrix {
  const { patterns, counts, offsets } = responses;
  const k = shares.length;
  const moments = shares.map((share) => {
    const n = share.reduce((sum, count) => sum + count, 0);
    const mean = share.reduce((sum, count, c) => sum + c * count, 0) / n;
    const variance = share.reduce((sum, count, c) => sum + (c - mean) ** 2 * count, 0);
    return { mean, scale: variance > 0 ? 1 / Math.sqrt(variance) : 0 };
  });
  const z = new Matrix(counts.length, k);
  counts.forEach((n, p) => {
    moments.forEach(({ mean, scale }, i) => {
      const place = patterns[p * k + i] ?? -1;
      if (place >= 0) z.set(p, i, (place - (offsets[i] ?? 0) - mean) * scale * Math.sqrt(n));
    });
  });
  return z.transpose().mmul(z);
}

/**
 * Starting values of a one-dimensional model: slopes from the first principal component, intercepts from the
 * category shares.
 *
 * λ_i = v_i √e, a_i = 1.702 λ_i / √(1 − λ_i²); d_ic = logit P(X_i ≥ c) · √(1 + (a_i/1.702)²).
 *
 * @param responses distinct patterns.
 * @returns per item a slope, in [−4, 4] and not 0, and K − 1 descending intercepts; most slopes are above 0.
 * @remarks Missing data: taken for the item's mean, here only.
 * @throws never.
 * @see Takane, Y., de Leeuw, J. (1987). https://doi.org/10.1007/BF02294363 (slopes and loadings).
 */
export function startingValues(responses: ResponsePatterns): ItemStart[] {
  const shares = categoryCounts(responses);
  const { values, vectors } = symmetricEigen(roughCorrelation(responses, shares));
  const loadings = shares.map((_, i) => vectors.get(i, 0) * Math.sqrt(Math.max(values[0] ?? 0, 0)));
  const direction = Math.sign(loadings.reduce((sum, value) => sum + value, 0)) || 1;
  return shares.map((counts, i) => {
    const loading = Math.max(-0.92, Math.min(0.92, direction * (loadings[i] ?? 0)));
    const kept = Math.abs(loading) < 0.1 ? (loading < 0 ? -0.1 : 0.1) : loading;
    const slope = (SCALE * kept) / Math.sqrt(1 - kept * kept);
    const widening = Math.sqrt(1 + (slope / SCALE) ** 2);
    const n = counts.reduce((sum, count) => sum + count, 0);
    let below = 0;
    const intercepts = counts.subarray(0, -1).map((count) => {
      below += count;
      return widening * Math.log((n - below) / below);
    });
    return { slope, intercepts, counts };
  });
}
