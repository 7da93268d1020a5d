import type { Estimate } from '../estimate.ts';

/**
 * Empirical reliability of expected a posteriori scores.
 *
 * s²(EAP) / (s²(EAP) + mean of squared standard errors), s² with n − 1.
 *
 * @param eap scores, one a pattern.
 * @param se their standard errors.
 * @param counts respondents with the pattern.
 * @returns [0, 1); higher is more reliable.
 * @remarks Missing data: none in the scores. Fewer than two respondents: 'too-few-respondents'.
 * @throws never.
 * @see du Toit, M. (Ed.) (2003). IRT from SSI, p. 34. Reference values: mirt 1.38.1 `empirical_rxx`.
 */
export function empiricalReliability(
  eap: Float64Array,
  se: Float64Array,
  counts: Float64Array,
): Estimate {
  let [n, mean, error, squares] = [0, 0, 0, 0];
  counts.forEach((count, p) => {
    n += count;
    mean += count * (eap[p] ?? NaN);
    error += count * (se[p] ?? NaN) ** 2;
  });
  if (n < 2) return { ok: false, reason: 'too-few-respondents' };
  mean /= n;
  counts.forEach((count, p) => (squares += count * ((eap[p] ?? NaN) - mean) ** 2));
  const variance = squares / (n - 1);
  return { ok: true, value: variance / (variance + error / n) };
}
