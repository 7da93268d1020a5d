import type { NotEstimable } from '../estimate.ts';
import { invertPositiveDefinite } from '../numeric/dense/invert-positive-definite.ts';
import { independentMoments } from '../numeric/normal/independent-moments.ts';
import type { Pattern } from '../numeric/normal/pattern.ts';
import { patternWeight } from '../numeric/normal/pattern-weight.ts';
import { saturatedMoments } from '../numeric/normal/saturated-moments.ts';
import type { Moments } from '../numeric/structure/implied-moments.ts';

export interface EmMoments extends Moments {
  readonly ok: true;
  readonly logLik: number;
}

/**
 * Maximum likelihood means and covariances (divisor n) of answers with missing ones, with their log-likelihood.
 *
 * ℓ = −½ Σ_a n_a (q_a log 2π + log |Σ_aa| + tr Σ_aa⁻¹(S_a + d_a d_a′)), d_a = x̄_a − μ_a.
 *
 * @param patterns respondents by the items they answered.
 * @param k number of items.
 * @returns μ, Σ and ℓ.
 * @remarks Missing data: missing at random is assumed. No more than k respondents: 'too-few-respondents'; an item
 *   that does not vary, or that nobody answered: 'zero-variance'; Σ singular: 'not-positive-definite'.
 * @throws never.
 * @see Little, R. J. A., Rubin, D. B. (2019). Statistical Analysis with Missing Data (3rd ed.), section 11.2.
 *   https://doi.org/10.1002/9781119482260. Reference values: lavaan 0.6.14.
 */
export function emMoments(patterns: readonly Pattern[], k: number): EmMoments | NotEstimable {
  const n = patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  if (n <= k) return { ok: false, reason: 'too-few-respondents' };
  const { covariance: separate } = independentMoments(patterns, k);
  const varies = Array.from({ length: k }, (_, i) => (separate[i * (k + 1)] ?? NaN) > 0);
  if (varies.includes(false)) return { ok: false, reason: 'zero-variance' };
  const moments = saturatedMoments(patterns, k);
  const full = moments && invertPositiveDefinite(moments.covariance, k);
  if (!full) return { ok: false, reason: 'not-positive-definite' };
  const { mean, covariance } = moments;
  let logLik = 0;
  for (const pattern of patterns) {
    const weight = patternWeight(pattern, full, k, mean);
    if (!weight) return { ok: false, reason: 'not-positive-definite' };
    const { length: q } = pattern.observed;
    logLik -= (pattern.n / 2) * (q * Math.log(2 * Math.PI) + weight.deviance);
  }
  return { ok: true, mean, covariance, logLik };
}
