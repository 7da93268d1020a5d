import type { NotEstimable } from '../estimate.ts';
import { encodeCategories } from './encode-categories.ts';
import type { ItemSpecification } from './item-pair-tables.ts';

export interface ScaleScoresInput {
  /** n × width, row-major; rows respondents; ≥ 0 an option's code, −1 … −5 missing by reason. */
  readonly codes: Int16Array;
  readonly width: number;
  /** The scale's items, scores after reverse-keying, and their columns. */
  readonly items: readonly ItemSpecification[];
  readonly columns: readonly number[];
  readonly minimumAnswered: number;
  readonly transform: 'mean' | 'sum' | 'percent-of-maximum';
  /** false: every item must be answered. */
  readonly prorate: boolean;
}

export type ScaleScores = { readonly ok: true; readonly scores: Float64Array } | NotEstimable;

/**
 * The score of every respondent on one scale, by its declared recipe.
 *
 * With x̄ the mean of the answered items' scores: mean x̄; sum k x̄; percent of maximum possible
 * 100 (k x̄ − L)/(U − L), L and U the sums of the items' lowest and highest possible scores.
 *
 * @param input answers and the recipe.
 * @returns one score per respondent, NaN where there is none.
 * @remarks Missing data: prorated (mean of the answered items) from max(1, minimumAnswered) answers
 *   on, or complete answers only. No item: 'too-few-items'; L = U with percent of maximum:
 *   'no-score-range'.
 * @throws as `encodeCategories`.
 * @see Cohen, P. et al. (1999). The problem of units and the circumstance for POMP. Multivariate
 *   Behavioral Research 34, 315–346. https://doi.org/10.1207/S15327906MBR3403_2. Reference values: R
 *   4.2.2 `rowMeans` with the half rule.
 */
export function scaleScores(input: ScaleScoresInput): ScaleScores {
  const { codes, items, columns, width, transform } = input;
  const k = items.length;
  if (k === 0) return { ok: false, reason: 'too-few-items' };
  const { categories } = encodeCategories(codes, items, columns, width);
  const scoreOf = Float64Array.from(items.flatMap(({ scores }) => scores));
  const lowest = items.reduce((sum, { scores }) => sum + Math.min(...scores), 0);
  const highest = items.reduce((sum, { scores }) => sum + Math.max(...scores), 0);
  if (transform === 'percent-of-maximum' && highest <= lowest) {
    return { ok: false, reason: 'no-score-range' };
  }
  const least = input.prorate ? Math.max(1, input.minimumAnswered) : k;
  const scores = new Float64Array(categories.length / k);
  for (let row = 0; row < scores.length; row += 1) {
    let [sum, answered] = [0, 0];
    for (let cell = row * k; cell < row * k + k; cell += 1) {
      const category = categories[cell] ?? -1;
      if (category < 0) continue;
      sum += scoreOf[category] ?? NaN;
      answered += 1;
    }
    const mean = answered < least || answered < input.minimumAnswered ? NaN : sum / answered;
    if (transform === 'mean') scores[row] = mean;
    else if (transform === 'sum') scores[row] = mean * k;
    else scores[row] = (100 * (mean * k - lowest)) / (highest - lowest);
  }
  return { ok: true, scores };
}
