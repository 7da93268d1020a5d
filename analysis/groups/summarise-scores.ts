import type { Estimate, Interval } from '../estimate.ts';
import { meanInterval } from './mean-interval.ts';

export interface ScoresSummary {
  readonly n: number;
  readonly mean: number;
  readonly sd: Estimate;
  readonly interval: Interval | null;
}

/**
 * n, mean, sample SD (n − 1) and Student's interval of scale scores.
 *
 * x̄ = Σ x_r / n; s² = Σ (x_r − x̄)² / (n − 1), in two passes.
 *
 * @param scores one per respondent; missing is NaN.
 * @param level confidence level in (0, 1).
 * @returns mean and interval in the unit of the scores; null when nobody has a score. sd and interval
 *   need two scores.
 * @remarks Missing data: NaN is left out. Equal scores give sd 0 and an interval of no width.
 * @throws DomainError as `meanInterval`.
 * @see Student (1908). Biometrika 6, 1–25. https://doi.org/10.2307/2331554. Reference values: R 4.2.2
 *   `mean`, `sd`, `t.test`.
 */
export function summariseScores(scores: Float64Array, level = 0.95): ScoresSummary | null {
  // Sorted: the last digits must not tell the order of the rows.
  const values = scores.filter((score) => !Number.isNaN(score)).sort();
  const n = values.length;
  if (n === 0) return null;
  const first = values[0] ?? NaN;
  // Deviations from one of the scores: equal scores have exactly no variance.
  const shift = values.reduce((sum, value) => sum + (value - first), 0) / n;
  const mean = first + shift;
  if (n < 2) return { n, mean, sd: { ok: false, reason: 'too-few-respondents' }, interval: null };
  const squares = values.reduce((sum, value) => sum + (value - first - shift) ** 2, 0);
  const sd = Math.sqrt(squares / (n - 1));
  return { n, mean, sd: { ok: true, value: sd }, interval: meanInterval({ n, mean, sd }, level) };
}
