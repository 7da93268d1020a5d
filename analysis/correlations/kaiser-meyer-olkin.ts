import type { Matrix } from 'ml-matrix';

/**
 * Kaiser–Meyer–Olkin measure of sampling adequacy, of all items and of each.
 *
 * q_ij = −r^ij / √(r^ii r^jj) with R⁻¹ = (r^ij), the partial correlations; over i ≠ j:
 * KMO = Σ r_ij² / (Σ r_ij² + Σ q_ij²); MSA_i the same over row i.
 *
 * @param correlation k × k, positive definite, unit diagonal.
 * @param inverse its inverse.
 * @returns `overall` and `items` (k), in [0, 1]; above .8 good, below .5 unsuited to factor analysis. NaN
 *   when all correlations are zero.
 * @remarks Missing data: none.
 * @throws never.
 * @see Kaiser, H. F., Rice, J. (1974). Little jiffy, mark IV. Educ Psychol Meas 34, 111–117.
 *   https://doi.org/10.1177/001316447403400115. Reference values: psych 2.2.9 `KMO`.
 */
export function kaiserMeyerOlkin(
  correlation: Matrix,
  inverse: Matrix,
): { overall: number; items: Float64Array } {
  const k = correlation.rows;
  const [simple, partial] = [new Float64Array(k), new Float64Array(k)];
  for (let i = 0; i < k; i += 1) {
    let [r, q] = [0, 0];
    for (let j = 0; j < k; j += 1) {
      if (i === j) continue;
      r += correlation.get(i, j) ** 2;
      q += inverse.get(i, j) ** 2 / (inverse.get(i, i) * inverse.get(j, j));
    }
    simple[i] = r;
    partial[i] = q;
  }
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  return {
    overall: sum(simple) / (sum(simple) + sum(partial)),
    items: simple.map((r, i) => r / (r + (partial[i] ?? 0))),
  };
}
