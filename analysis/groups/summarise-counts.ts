import type { Estimate, Interval } from '../estimate.ts';
import { meanInterval } from './mean-interval.ts';

export interface ScoresSummary {
  readonly n: number;
  readonly mean: number;
  readonly sd: Estimate;
  readonly interval: Interval | null;
}

/**
 * n, mean, sample SD (n − 1) and Student's interval of scores that are given by how often each occurs.
 *
 * x̄ = Σ c_j v_j / n; s² = Σ c_j (v_j − x̄)² / (n − 1), in two passes.
 *
 * @param values the distinct scores, always in the same order: the last digits must not tell the order
 *   of the rows.
 * @param counts how many people have each score.
 * @param level confidence level in (0, 1).
 * @returns mean and interval in the unit of the scores; null when nobody has a score. sd and interval
 *   need two scores.
 * @remarks Missing data: not counted. Equal scores give sd 0 and an interval of no width.
 * @throws DomainError as `meanInterval`.
 * @see Student (1908). Biometrika 6, 1–25. https://doi.org/10.2307/2331554. Reference values: R 4.2.2
 *   `mean`, `sd`, `t.test`, through `summariseScores`.
 */
export function summariseCounts(
  values: Float64Array,
  counts: ArrayLike<number>,
  level = 0.95,
): ScoresSummary | null {
  const countOf = (place: number): number => counts[place] ?? 0;
  const n = values.reduce((sum, _, place) => sum + countOf(place), 0);
  // Deviations from one of the scores: equal scores have exactly no variance.
  const first = values.find((_, place) => countOf(place) > 0);
  if (first === undefined) return null;
  const deviations = values.reduce((sum, v, place) => sum + countOf(place) * (v - first), 0);
  const shift = deviations / n;
  const mean = first + shift;
  if (n < 2) return { n, mean, sd: { ok: false, reason: 'too-few-respondents' }, interval: null };
  const squares = values.reduce(
    (sum, value, place) => sum + countOf(place) * (value - first - shift) ** 2,
    0,
  );
  const sd = Math.sqrt(squares / (n - 1));
  return { n, mean, sd: { ok: true, value: sd }, interval: meanInterval({ n, mean, sd }, level) };
}
