/**
 * The longest and the average run of equal answers of every respondent.
 *
 * Runs are maximal sequences of equal answers in the order of the items; longest = max length, average = answers ÷
 * runs.
 *
 * @param values n × k answers as given, row-major, in the order in which items were asked; missing is NaN.
 * @param k number of items.
 * @returns n numbers each: longest in 1 … k (k: the same answer throughout), average in [1, k]; NaN without answers.
 * @remarks Missing data: a missing answer ends a run and counts for none.
 * @throws never.
 * @see Johnson, J. A. (2005). J Res Pers 39, 103–129. https://doi.org/10.1016/j.jrp.2004.09.009; Meade, A. W., Craig,
 *   S. B. (2012). https://doi.org/10.1037/a0028085 (average). Reference values: R 4.2.2 `rle`.
 */
export function runLengths(
  values: Float64Array,
  k: number,
): { longest: Float64Array; average: Float64Array } {
  const n = values.length / k;
  const longest = new Float64Array(n);
  const average = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    let [before, length, most, runs, answers] = [NaN, 0, 0, 0, 0];
    for (let item = 0; item < k; item += 1) {
      const answer = values[row * k + item]!;
      const isAnswered = !Number.isNaN(answer);
      if (isAnswered && answer === before) {
        length += 1;
      } else {
        length = isAnswered ? 1 : 0;
        if (isAnswered) runs += 1;
      }
      if (isAnswered) answers += 1;
      if (length > most) most = length;
      before = answer;
    }
    longest[row] = answers > 0 ? most : NaN;
    average[row] = answers / runs;
  }
  return { longest, average };
}
