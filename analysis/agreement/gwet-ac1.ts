import type { Interval, NotEstimable } from '../estimate.ts';
import { studentTQuantile } from '../numeric/student-t-quantile.ts';

export type GwetAc1 =
  | {
      readonly ok: true;
      readonly value: number;
      /** Undefined with fewer than two units. */
      readonly standardError: number | undefined;
      readonly interval: Interval | undefined;
    }
  | NotEstimable;

/**
 * Gwet's AC1: agreement beyond chance among two or more raters, stable when one category is very common.
 *
 * p_a = mean over units with r_i ≥ 2 ratings of Σ_k r_ik (r_ik − 1)/(r_i (r_i − 1)); π_k = mean of r_ik/r_i;
 * p_e = Σ π_k (1 − π_k)/(q − 1); AC1 = (p_a − p_e)/(1 − p_e). SE from the units' linearised values
 * γ_i − 2(1 − AC1)(p_e,i − p_e)/(1 − p_e), p_e,i = Σ (r_ik/r_i)(1 − π_k)/(q − 1).
 *
 * @param counts n × q, row-major, ratings of each unit into each category.
 * @param q categories that were offered, ≥ 2, used or not.
 * @param level confidence level in (0, 1).
 * @returns AC1 in (−1, 1]; interval by t on n − 1 degrees of freedom.
 * @remarks Missing data: units without a rating are left out, those with one count in π_k only. No unit with two:
 *   'too-few-respondents'; fewer than two categories: 'one-category'.
 * @throws DomainError of `studentTQuantile`.
 * @see Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement.
 *   Br J Math Stat Psychol 61, 29–48. https://doi.org/10.1348/000711006X126600; Gwet, K. L. (2014). Handbook of
 *   Inter-Rater Reliability (4th ed.), 5.4. Reference values: R 4.2.2; its jackknife for the standard error.
 */
export function gwetAc1(counts: Float64Array, q: number, level = 0.95): GwetAc1 {
  if (q < 2) return { ok: false, reason: 'one-category' };
  const units: Float64Array[] = [];
  for (let start = 0; start < counts.length; start += q) {
    const unit = counts.subarray(start, start + q);
    if (unit.some((count) => count > 0)) units.push(unit);
  }
  const size = (unit: Float64Array) => unit.reduce((sum, count) => sum + count, 0);
  const n = units.length;
  const twice = units.filter((unit) => size(unit) > 1).length;
  if (twice === 0) return { ok: false, reason: 'too-few-respondents' };
  const shares = new Float64Array(q);
  for (const unit of units) {
    unit.forEach((count, k) => (shares[k] = (shares[k] ?? 0) + count / size(unit) / n));
  }
  const agreeing = units.map((unit) => {
    const r = size(unit);
    return r > 1 ? unit.reduce((sum, x) => sum + x * (x - 1), 0) / (r * (r - 1)) : 0;
  });
  const observed = agreeing.reduce((sum, value) => sum + value, 0) / twice;
  const expected = shares.reduce((sum, p) => sum + p * (1 - p), 0) / (q - 1);
  const value = (observed - expected) / (1 - expected);
  if (n < 2) return { ok: true, value, standardError: undefined, interval: undefined };
  const squares = units.reduce((sum, unit, i) => {
    const r = size(unit);
    const own = r > 1 ? (((agreeing[i] ?? 0) - expected) * n) / twice / (1 - expected) : 0;
    const chance = unit.reduce((s, x, k) => s + (x / r) * (1 - (shares[k] ?? 0)), 0) / (q - 1);
    const linear = own - (2 * (1 - value) * (chance - expected)) / (1 - expected);
    return sum + (linear - value) ** 2;
  }, 0);
  const standardError = Math.sqrt(squares / (n * (n - 1)));
  const reach = studentTQuantile((1 + level) / 2, n - 1) * standardError;
  return { ok: true, value, standardError, interval: [value - reach, value + reach] };
}
