import type { Estimate, NotEstimable } from '../estimate.ts';

export type Moments =
  | {
      readonly ok: true;
      readonly n: number;
      readonly mean: number;
      readonly sd: Estimate;
      readonly skewness: Estimate;
      readonly kurtosis: Estimate;
    }
  | NotEstimable;

/**
 * Mean, SD (n − 1), skewness G1 and excess kurtosis G2 (type 2) of a variable given as counts.
 *
 * With m_r = Σ c_a (s_a − s̄)^r / n: g1 = m3 / m2^{3/2}, G1 = g1 √(n(n − 1)) / (n − 2);
 * g2 = m4 / m2² − 3, G2 = ((n + 1) g2 + 6)(n − 1) / ((n − 2)(n − 3)).
 *
 * @param counts how often each score occurs.
 * @param scores the scores, as many as counts.
 * @returns mean in the unit of the scores; sd ≥ 0 for n ≥ 2; skewness in (−∞, ∞) for n ≥ 3, positive:
 *   the longer tail is on the high side; kurtosis in (−∞, ∞) for n ≥ 4, 0 for a normal variable.
 * @remarks Missing data: not among the counts. n = 0: 'too-few-respondents'. Without variance sd is 0
 *   and the shape is not estimable, 'zero-variance'.
 * @throws never.
 * @see Joanes, D. N., Gill, C. A. (1998). Comparing measures of sample skewness and kurtosis. The
 *   Statistician 47, 183–189, type 2. https://doi.org/10.1111/1467-9884.00122. Reference values: psych
 *   2.2.9 `describe(type = 2)` on R 4.2.2.
 */
export function momentsFromCounts(counts: readonly number[], scores: readonly number[]): Moments {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { ok: false, reason: 'too-few-respondents' };
  const power = (r: number, centre: number): number =>
    counts.reduce((sum, count, a) => sum + count * ((scores[a] ?? NaN) - centre) ** r, 0) / n;
  const mean = power(1, 0);
  const m2 = power(2, mean);
  const tooFew = { ok: false, reason: 'too-few-respondents' } as const;
  // Counts decide, not m2: rounding may leave m2 at 1e-33 when all scores are the same.
  const answered = new Set(scores.filter((_, a) => (counts[a] ?? 0) > 0));
  const shape = (least: number, value: () => number): Estimate => {
    if (n < least) return tooFew;
    if (answered.size < 2) return { ok: false, reason: 'zero-variance' };
    return { ok: true, value: value() };
  };
  return {
    ok: true,
    n,
    mean,
    sd: n < 2 ? tooFew : { ok: true, value: answered.size < 2 ? 0 : Math.sqrt((m2 * n) / (n - 1)) },
    skewness: shape(3, () => ((power(3, mean) / m2 ** 1.5) * Math.sqrt(n * (n - 1))) / (n - 2)),
    kurtosis: shape(4, () => {
      const g2 = power(4, mean) / m2 ** 2 - 3;
      return (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3));
    }),
  };
}
