import type { Interval } from '../estimate.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { studentTTwoSidedP } from '../numeric/student-t-two-sided-p.ts';

/** What is concluded from a Pearson correlation. */
export interface CorrelationTest {
  readonly t: number;
  readonly df: number;
  readonly pValue: number;
  /** Fisher's z interval; null below four respondents. */
  readonly interval: Interval | null;
}

/**
 * Test of a Pearson correlation against zero, with Fisher's interval.
 *
 * t = r √((n − 2)/(1 − r²)) on n − 2 degrees of freedom; tanh(atanh r ± z_{(1+level)/2} / √(n − 3)).
 *
 * @param r correlation in [−1, 1].
 * @param n respondents, at least 3.
 * @param level of the interval, in (0, 1).
 * @returns t, two-sided p in [0, 1], and the interval.
 * @remarks Missing data: left out before. |r| = 1: t infinite, p 0, interval [r, r].
 * @throws DomainError from the distribution functions when n < 3.
 * @see Fisher, R. A. (1921). On the "probable error" of a coefficient of correlation. Metron 1, 3–32.
 *   Reference values: R 4.2.2 `cor.test`.
 */
export function correlationTest(r: number, n: number, level = 0.95): CorrelationTest {
  const df = n - 2;
  const t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  const margin = normalQuantile((1 + level) / 2) / Math.sqrt(n - 3);
  const interval: Interval = [Math.tanh(Math.atanh(r) - margin), Math.tanh(Math.atanh(r) + margin)];
  return { t, df, pValue: studentTTwoSidedP(t, df), interval: n > 3 ? interval : null };
}
