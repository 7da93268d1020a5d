import {
  invertPositiveDefinite,
  type PositiveDefiniteInverse,
} from '../dense/invert-positive-definite.ts';
import type { Pattern } from './pattern.ts';

/** Σ⁻¹ without the unanswered items: K_aa − K_am K_mm⁻¹ K_ma, K = Σ⁻¹; log |Σ_aa| = log |Σ| + log |K_mm|. */
function partialInverse(observed: Int32Array, full: PositiveDefiniteInverse, p: number) {
  const q = observed.length;
  if (q === p) return { w: full.inverse, logDeterminant: full.logDeterminant };
  const missing: number[] = [];
  for (let i = 0, next = 0; i < p; i += 1) {
    if (observed[next] === i) next += 1;
    else missing.push(i);
  }
  const k = full.inverse;
  const m = missing.length;
  const block = new Float64Array(m * m);
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j < m; j += 1) block[i * m + j] = k[missing[i]! * p + missing[j]!]!;
  }
  const inverted = invertPositiveDefinite(block, m);
  if (!inverted) return undefined;
  const w = new Float64Array(p * p);
  const row = new Float64Array(m);
  for (let i = 0; i < q; i += 1) {
    const a = observed[i]!;
    for (let c = 0; c < m; c += 1) {
      let sum = 0;
      for (let e = 0; e < m; e += 1) sum += k[a * p + missing[e]!]! * inverted.inverse[e * m + c]!;
      row[c] = sum;
    }
    for (let j = 0; j <= i; j += 1) {
      const b = observed[j]!;
      let value = k[a * p + b]!;
      for (let c = 0; c < m; c += 1) value -= row[c]! * k[missing[c]! * p + b]!;
      w[a * p + b] = value;
      w[b * p + a] = value;
    }
  }
  return { w, logDeterminant: full.logDeterminant + inverted.logDeterminant };
}

export interface PatternWeight {
  /** Σ_aa⁻¹ with zeros for unanswered items, p × p. */
  readonly w: Float64Array;
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
 * @param full inverse and log determinant of the implied Σ, p × p.
 * @param mean implied μ; undefined: means are not modelled and d = 0.
 * @returns weights embedded in p × p; undefined when Σ_aa is not positive definite.
 * @remarks Missing data: this is how they are taken in.
 * @throws never.
 * @see Enders, C. K. (2010). Applied Missing Data Analysis, eq. 4.9. Reference values: lavaan 0.6-14
 *   `logLik`.
 */
export function patternWeight(
  pattern: Pattern,
  full: PositiveDefiniteInverse,
  p: number,
  mean: Float64Array | undefined,
): PatternWeight | undefined {
  const { observed, covariance } = pattern;
  const q = observed.length;
  const partial = partialInverse(observed, full, p);
  if (!partial) return undefined;
  const { w } = partial;
  const d = new Float64Array(p);
  if (mean) {
    for (let i = 0; i < q; i += 1) d[observed[i]!] = pattern.mean[i]! - mean[observed[i]!]!;
  }
  let deviance = partial.logDeterminant;
  for (let i = 0; i < q; i += 1) {
    const a = observed[i]!;
    for (let j = 0; j < q; j += 1) {
      const b = observed[j]!;
      deviance += w[a * p + b]! * (covariance[i * q + j]! + d[a]! * d[b]!);
    }
  }
  return { w, d, deviance };
}
