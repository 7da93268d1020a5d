import { correlateLists } from '../numeric/answers/correlate-lists.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

/** Mean of the answers at every second place, from the first or the second; NaN without any. */
function halfMean(answers: readonly number[], from: 0 | 1): number {
  const half = answers.filter((value, place) => place % 2 === from && !Number.isNaN(value));
  return half.reduce((sum, value) => sum + value, 0) / half.length;
}

/**
 * Even-odd inconsistency: whether a respondent's halves of the scales disagree.
 *
 * −max(−1, 2r/(1 + r)), r = cor over scales of (mean of even items, mean of odd items), corrected for length after
 * Spearman and Brown.
 *
 * @param matrix n × k scores after reverse-keying; missing is NaN.
 * @param scales item indexes of every scale, in the order in which they were asked; two at least.
 * @returns n numbers in [−1, 1]: −1 consistent, above 0 the halves contradict each other. NaN where a respondent's
 *   half scores do not vary.
 * @remarks Missing data: half scores of the answers given; scales without one of the halves are left out.
 * @throws never.
 * @see Johnson, J. A. (2005). J Res Pers 39, 103–129. https://doi.org/10.1016/j.jrp.2004.09.009. The sign is that of
 *   careless 1.2 `evenodd`. Reference values: R 4.2.2 `cor`.
 */
export function evenOddInconsistency(
  { names, n, values }: ItemMatrix,
  scales: readonly (readonly number[])[],
): Float64Array {
  const k = names.length;
  return Float64Array.from({ length: n }, (_, row) => {
    const answers = scales.map((items) => items.map((item) => values[row * k + item] ?? NaN));
    const odd = Float64Array.from(answers, (scale) => halfMean(scale, 0));
    const even = Float64Array.from(answers, (scale) => halfMean(scale, 1));
    const r = correlateLists(even, odd);
    return Number.isNaN(r) ? NaN : -Math.max(-1, (2 * r) / (1 + r));
  });
}
