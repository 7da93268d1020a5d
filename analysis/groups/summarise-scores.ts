import { countValuesByLevel } from '../numeric/count-values-by-level.ts';
import { numberValues } from '../numeric/number-values.ts';
import { summariseCounts, type ScoresSummary } from './summarise-counts.ts';

/**
 * n, mean, sample SD (n − 1) and Student's interval of scale scores.
 *
 * Formulas at `summariseCounts`.
 *
 * @param scores one per respondent; missing is NaN.
 * @param level confidence level in (0, 1).
 * @returns as `summariseCounts`, whatever the order of the rows.
 * @remarks Missing data: NaN is left out.
 * @throws DomainError as `meanInterval`.
 * @see `summariseCounts`. Reference values: R 4.2.2 `mean`, `sd`, `t.test`.
 */
export function summariseScores(scores: Float64Array, level = 0.95): ScoresSummary | null {
  const numbered = numberValues(scores);
  const [counts = []] = countValuesByLevel(numbered, new Int32Array(scores.length), 1);
  return summariseCounts(numbered.values, counts, level);
}
