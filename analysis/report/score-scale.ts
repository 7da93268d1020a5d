import type { NotEstimable } from '../estimate.ts';
import { numberValues, type NumberedValues } from '../numeric/number-values.ts';
import { scaleScores, type ScaleScoresInput } from '../psychometrics/scale-scores.ts';

export type ScoredScale =
  | { readonly ok: true; readonly scores: Float64Array; readonly numbered: NumberedValues }
  | NotEstimable;

/**
 * The scores of a scale with their distinct values, which every breakdown counts.
 *
 * Formulas at `scaleScores`, `numberValues`.
 *
 * @param input answers and the recipe.
 * @returns one score per respondent and its number among the distinct ones.
 * @remarks Missing data: NaN, number −1.
 * @throws as `scaleScores`.
 * @see `scaleScores`. No reference program of its own.
 */
export function scoreScale(input: ScaleScoresInput): ScoredScale {
  const scored = scaleScores(input);
  return scored.ok ? { ...scored, numbered: numberValues(scored.scores) } : scored;
}
