import { correlateLists } from '../../numeric/answers/correlate-lists.ts';
import { itemInformation } from '../item-information.ts';
import type { ItemResponseFit } from '../item-response-fit.ts';

export interface ResidualCorrelation {
  readonly items: readonly [string, string];
  readonly q3: number;
}

export interface LocalDependence {
  /** The pair farthest from 0 first. */
  readonly pairs: readonly ResidualCorrelation[];
  readonly largestAbsolute: number;
  readonly mean: number;
}

/**
 * Yen's Q3: correlations of item residuals, which show items that share more than the trait.
 *
 * Q3_ij = cor(x_i − E[x_i | θ̂], x_j − E[x_j | θ̂]) over respondents, θ̂ their expected a posteriori score.
 *
 * @param fit a fitted model.
 * @param eap θ̂ per pattern.
 * @returns one a pair in [−1, 1]; about −1/(k − 1) where nothing is shared, so judge by the distance from the mean.
 * @remarks Missing data: respondents who answered both items. NaN where residuals do not vary; such pairs are left out
 *   of mean and largest.
 * @throws never.
 * @see Yen, W. M. (1984). https://doi.org/10.1177/014662168400800201; Christensen, K. B., Makransky, G., Horton, M.
 *   (2017). https://doi.org/10.1177/0146621616677520. Reference values: mirt 1.38.1 `residuals(type = 'Q3')`.
 */
export function residualCorrelations(fit: ItemResponseFit, eap: Float64Array): LocalDependence {
  const { names, patterns, offsets, patternOfRow, scores } = fit.responses;
  const k = names.length;
  const ofPattern = fit.items.map((item, i) =>
    Float64Array.from(eap, (theta, p) => {
      const place = patterns[p * k + i] ?? -1;
      if (place < 0) return NaN;
      const { probabilities } = itemInformation(item, theta);
      const expected = probabilities.reduce((sum, value, c) => sum + c * value, 0);
      return place - (offsets[i] ?? 0) - expected;
    }),
  );
  const residuals = ofPattern.map((own) =>
    Float64Array.from(patternOfRow, (p) => (p < 0 ? NaN : (own[p] ?? NaN))),
  );
  const pairs = residuals.flatMap((x, i) =>
    residuals.slice(i + 1).map((y, j): ResidualCorrelation => ({
      items: [names[i] ?? '', names[i + 1 + j] ?? ''],
      q3: scores.length > 1 ? correlateLists(x, y, 3) : NaN,
    })),
  );
  const known = pairs.filter(({ q3 }) => !Number.isNaN(q3));
  return {
    pairs: pairs.sort((a, b) => Math.abs(b.q3) - Math.abs(a.q3)),
    largestAbsolute: known.reduce((most, { q3 }) => Math.max(most, Math.abs(q3)), 0),
    mean: known.reduce((sum, { q3 }) => sum + q3, 0) / known.length,
  };
}
