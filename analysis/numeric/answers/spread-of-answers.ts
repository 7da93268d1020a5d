/**
 * The standard deviation of every respondent's answers: intra-individual response variability.
 *
 * IRV_r = √(Σ_i (x_ri − x̄_r)² / (m_r − 1)) over the m_r answers of respondent r.
 *
 * @param values n × k answers as given, row-major; missing is NaN.
 * @param k number of items.
 * @returns n numbers ≥ 0; 0: the same answer throughout. NaN below two answers.
 * @remarks Missing data: over the answers given.
 * @throws never.
 * @see Dunn, A. M., Heggestad, E. D., Shanock, L. R., Theilgard, N. (2018). J Bus Psychol 33, 105–121.
 *   https://doi.org/10.1007/s10869-016-9479-0. Reference values: R 4.2.2 `sd`.
 */
export function spreadOfAnswers(values: Float64Array, k: number): Float64Array {
  const n = values.length / k;
  const spread = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    let [answers, sum, squares] = [0, 0, 0];
    for (let cell = row * k; cell < (row + 1) * k; cell += 1) {
      if (Number.isNaN(values[cell]!)) continue;
      answers += 1;
      sum += values[cell]!;
    }
    for (let cell = row * k; cell < (row + 1) * k; cell += 1) {
      if (!Number.isNaN(values[cell]!)) squares += (values[cell]! - sum / answers) ** 2;
    }
    spread[row] = answers > 1 ? Math.sqrt(squares / (answers - 1)) : NaN;
  }
  return spread;
}
