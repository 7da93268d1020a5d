import { addScaled } from '../dense/add-scaled.ts';
import { invertPositiveDefinite } from '../dense/invert-positive-definite.ts';
import { multiply } from '../dense/multiply.ts';
import type { Moments } from '../structure/implied-moments.ts';
import { independentMoments } from './independent-moments.ts';
import type { Pattern } from './pattern.ts';
import { patternProducts } from './pattern-products.ts';
import { patternWeight } from './pattern-weight.ts';

/** One EM step; undefined when a covariance matrix is not positive definite. */
function step(patterns: readonly Pattern[], { mean, covariance }: Moments, n: number) {
  const p = mean.length;
  const full = invertPositiveDefinite(covariance, p);
  if (!full) return undefined;
  const q = new Float64Array(p * p);
  const b = new Float64Array(p);
  let deviance = 0;
  for (const pattern of patterns) {
    const weight = patternWeight(pattern, full, p, mean);
    if (!weight) return undefined;
    const products = patternProducts(pattern, weight, p);
    const share = pattern.n / n;
    deviance += share * weight.deviance;
    addScaled(q, weight.w, share);
    addScaled(q, products.product, -share);
    addScaled(b, products.b, share);
  }
  const shift = multiply(covariance, b, p, p, 1);
  const turn = multiply(multiply(covariance, q, p, p, p), covariance, p, p, p);
  const next = Float64Array.from(covariance);
  let change = 0;
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      const by = -turn[i * p + j]! - shift[i]! * shift[j]!;
      const scale = Math.sqrt(covariance[i * p + i]! * covariance[j * p + j]!);
      change = Math.max(change, Math.abs(by) / scale);
      next[i * p + j]! += by;
    }
    change = Math.max(change, Math.abs(shift[i]!) / Math.sqrt(covariance[i * p + i]!));
  }
  return { mean: mean.map((value, i) => value + shift[i]!), covariance: next, change, deviance };
}

/**
 * Maximum likelihood means and covariances of normal data with missing answers, by the EM algorithm.
 *
 * μ ← μ + Σ b, Σ ← Σ − Σ Q Σ − (Σ b)(Σ b)′, with b = Σ_a (n_a/n) W_a d_a and Q = Σ_a (n_a/n)(W_a − P_a).
 *
 * @param patterns missing-data patterns; one: its moments are returned as they are.
 * @param p number of items.
 * @returns μ, Σ (divisor n); undefined when Σ is not positive definite or EM does not settle.
 * @remarks Missing data: missing at random is assumed. An item nobody answered gives undefined.
 * @throws never.
 * @see Dempster, A. P., Laird, N. M., Rubin, D. B. (1977). https://doi.org/10.1111/j.2517-6161.1977.tb01600.x;
 *   Little, R. J. A., Rubin, D. B. (2019), section 11.2. Reference values: lavaan 0.6-14
 *   `lavInspect(fit, "sampstat")`.
 */
export function saturatedMoments(patterns: readonly Pattern[], p: number): Moments | undefined {
  const [first] = patterns;
  if (!first) return undefined;
  if (patterns.length === 1 && first.observed.length === p) {
    return invertPositiveDefinite(first.covariance, p) ? first : undefined;
  }
  const n = patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  let moments: Moments = independentMoments(patterns, p);
  for (let turn = 0; turn < 5000; turn += 1) {
    const next = step(patterns, moments, n);
    if (!next) return undefined;
    moments = next;
    if (next.change < 1e-9) return { mean: next.mean, covariance: next.covariance };
  }
  return undefined;
}
