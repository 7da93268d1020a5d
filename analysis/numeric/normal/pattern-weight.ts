import { invertPositiveDefinite } from '../dense/invert-positive-definite.ts';
import type { Moments } from '../structure/implied-moments.ts';
import type { Pattern } from './pattern.ts';

export interface PatternWeight {
  /** Σ_aa⁻¹ with zeros for unanswered items, p × p. */
  readonly w: Float64Array;
  readonly logDeterminant: number;
  /** S + d d′ around the implied means, with zeros for unanswered items, p × p. */
  readonly s: Float64Array;
  /** d = x̄ − μ, with zeros for unanswered items. */
  readonly d: Float64Array;
  /** −2 log likelihood per respondent, without q log 2π. */
  readonly deviance: number;
}

/**
 * How a missing-data pattern stands to implied moments.
 *
 * log |Σ_aa| + tr(Σ_aa⁻¹ (S_a + d d′)), d = x̄_a − μ_a.
 *
 * @param pattern its moments.
 * @param moments implied Σ (p × p) and μ.
 * @param hasMeans false: means are not modelled and d = 0.
 * @returns weights embedded in p × p; undefined when Σ_aa is not positive definite.
 * @remarks Missing data: this is how they are taken in.
 * @throws never.
 * @see Enders, C. K. (2010). Applied Missing Data Analysis, eq. 4.9. Reference values: lavaan 0.6-14
 *   `logLik`.
 */
export function patternWeight(
  pattern: Pattern,
  { covariance, mean }: Moments,
  hasMeans: boolean,
): PatternWeight | undefined {
  const { observed } = pattern;
  const q = observed.length;
  const p = mean.length;
  const part = new Float64Array(q * q);
  for (let i = 0; i < q; i += 1) {
    const row = observed[i]! * p;
    for (let j = 0; j < q; j += 1) part[i * q + j] = covariance[row + observed[j]!]!;
  }
  const inverted = invertPositiveDefinite(part, q);
  if (!inverted) return undefined;
  const { inverse, logDeterminant } = inverted;
  const w = new Float64Array(p * p);
  const s = new Float64Array(p * p);
  const d = new Float64Array(p);
  let deviance = logDeterminant;
  for (let i = 0; i < q; i += 1) {
    if (hasMeans) d[observed[i]!] = pattern.mean[i]! - mean[observed[i]!]!;
  }
  for (let i = 0; i < q; i += 1) {
    const a = observed[i]!;
    for (let j = 0; j < q; j += 1) {
      const b = observed[j]!;
      const moment = pattern.covariance[i * q + j]! + d[a]! * d[b]!;
      w[a * p + b] = inverse[i * q + j]!;
      s[a * p + b] = moment;
      deviance += inverse[i * q + j]! * moment;
    }
  }
  return { w, logDeterminant, s, d, deviance };
}
