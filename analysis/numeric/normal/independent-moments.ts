import type { Moments } from '../structure/implied-moments.ts';
import type { Pattern } from './pattern.ts';

/**
 * Means and variances of each item over those who answered it; covariances of zero.
 *
 * The maximum likelihood estimates of the independence model.
 *
 * @param patterns missing-data patterns.
 * @param p number of items.
 * @returns μ and a diagonal Σ (divisor: number of answers).
 * @remarks Missing data: available answers. An item without answers has NaN.
 * @throws never.
 * @see Bentler, P. M., Bonett, D. G. (1980). https://doi.org/10.1037/0033-2909.88.3.588. Reference values:
 *   lavaan 0.6-14, baseline model.
 */
export function independentMoments(patterns: readonly Pattern[], p: number): Moments {
  const [n, mean, covariance] = [new Float64Array(p), new Float64Array(p), new Float64Array(p * p)];
  for (const pattern of patterns) {
    pattern.observed.forEach((item, i) => {
      n[item]! += pattern.n;
      mean[item]! += pattern.n * pattern.mean[i]!;
    });
  }
  for (let i = 0; i < p; i += 1) mean[i]! /= n[i]!;
  for (const pattern of patterns) {
    const q = pattern.observed.length;
    pattern.observed.forEach((item, i) => {
      const d = pattern.mean[i]! - mean[item]!;
      const square = pattern.covariance[i * q + i]! + d * d;
      covariance[item * p + item]! += (pattern.n * square) / n[item]!;
    });
  }
  return { mean, covariance };
}
