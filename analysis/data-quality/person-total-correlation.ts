import { correlateLists } from '../numeric/answers/correlate-lists.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

/**
 * The correlation of every respondent's answers with the item means.
 *
 * r_r = cor_i(x_ri, x̄_i), x̄_i over all respondents, r among them.
 *
 * @param matrix n × k answers as given; missing is NaN.
 * @returns n numbers in [−1, 1]; below 0: against the pattern of the others. NaN where a respondent's answers do not
 *   vary, or below three answers.
 * @remarks Missing data: over the answers given; item means of available answers.
 * @throws never.
 * @see Donlon, T. F., Fischer, F. E. (1968). Educ Psychol Meas 28, 105–113.
 *   https://doi.org/10.1177/001316446802800110; Curran, P. G. (2016). https://doi.org/10.1016/j.jesp.2015.07.006.
 *   Reference values: R 4.2.2 `cor`.
 */
export function personTotalCorrelation({ names, n, values }: ItemMatrix): Float64Array {
  const k = names.length;
  const means = Float64Array.from(names, (_, item) => {
    let [sum, answers] = [0, 0];
    for (let cell = item; cell < values.length; cell += k) {
      const value = values[cell] ?? NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      answers += 1;
    }
    return sum / answers;
  });
  return Float64Array.from({ length: n }, (_, row) =>
    correlateLists(values.subarray(row * k, (row + 1) * k), means, 3),
  );
}
