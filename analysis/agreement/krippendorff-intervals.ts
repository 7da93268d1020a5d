import { quantileOfSorted } from '../descriptives/quantile-of-sorted.ts';
import type { Interval } from '../estimate.ts';
import type { Generator } from '../numeric/seeded-generator.ts';
import { coincidencesOf } from './coincidences-of.ts';
import { krippendorffAlpha, type KrippendorffMetric } from './krippendorff-alpha.ts';

/**
 * Bootstrap confidence intervals of Krippendorff's alpha, by drawing units with replacement.
 *
 * Percentiles (1 ∓ level)/2 of α over the draws; all metrics on the same draws.
 *
 * @param counts n × q, row-major: ratings of each unit into each category.
 * @param metrics which intervals are wanted.
 * @param values of the q categories.
 * @param options draws, confidence level, generator of uniform numbers in [0, 1).
 * @returns one interval per metric; undefined where fewer than half of the draws determine α.
 * @remarks Missing data: units keep the ratings they have. Draws with one value only have no α and are left out.
 * @throws never.
 * @see Efron, B., Tibshirani, R. J. (1993). An Introduction to the Bootstrap, ch. 13; Zapf, A. et al. (2016).
 *   Measuring inter-rater reliability for nominal data. BMC Med Res Methodol 16, 93.
 *   https://doi.org/10.1186/s12874-016-0200-9.
 */
export function krippendorffIntervals(
  counts: Float64Array,
  metrics: readonly KrippendorffMetric[],
  values: Float64Array,
  options: { readonly draws: number; readonly level: number; readonly generator: Generator },
): (Interval | undefined)[] {
  const { draws, level, generator } = options;
  const q = values.length;
  const n = q === 0 ? 0 : counts.length / q;
  const found = metrics.map((): number[] => []);
  for (let draw = 0; draw < draws && n > 0; draw += 1) {
    const weights = new Float64Array(n);
    for (let unit = 0; unit < n; unit += 1) {
      const chosen = Math.floor(generator() * n);
      weights[chosen] = (weights[chosen] ?? 0) + 1;
    }
    const coincidences = coincidencesOf(counts, q, weights);
    metrics.forEach((metric, place) => {
      const alpha = krippendorffAlpha(coincidences, metric, values);
      if (alpha.ok) found[place]?.push(alpha.value);
    });
  }
  return found.map((list) => {
    if (list.length === 0 || list.length < draws / 2) return undefined;
    const sorted = Float64Array.from(list).sort();
    return [quantileOfSorted(sorted, (1 - level) / 2), quantileOfSorted(sorted, (1 + level) / 2)];
  });
}
