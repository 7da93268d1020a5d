import type { ItemMatrix } from './item-matrix.ts';

/**
 * The respondents who answered every item (listwise deletion).
 *
 * Row r stays when no x_ri is missing.
 *
 * @param matrix n × k, missing is NaN.
 * @returns the same columns, complete rows only, in their order.
 * @remarks Missing data: rows with any are left out. None complete: n = 0.
 * @throws never.
 * @see Little, R. J. A., Rubin, D. B. (2019). Statistical Analysis with Missing Data (3rd ed.), ch. 3.
 *   https://doi.org/10.1002/9781119482260.
 */
export function completeRows(matrix: ItemMatrix): ItemMatrix {
  const k = matrix.names.length;
  const kept = new Float64Array(matrix.values.length);
  let n = 0;
  for (let row = 0; row < matrix.n; row += 1) {
    const [from, to] = [row * k, n * k];
    let answered = 0;
    while (answered < k && !Number.isNaN(matrix.values[from + answered] ?? NaN)) answered += 1;
    if (answered < k) continue;
    for (let item = 0; item < k; item += 1) kept[to + item] = matrix.values[from + item] ?? NaN;
    n += 1;
  }
  return { names: matrix.names, n, values: kept.slice(0, n * k) };
}
