import { Matrix } from 'ml-matrix';

/** A loading matrix with all but the c largest loadings of each item set to 0. */
function simplify(loadings: Matrix, c: number): Matrix {
  const simple = Matrix.zeros(loadings.rows, loadings.columns);
  for (let i = 0; i < loadings.rows; i += 1) {
    const row = loadings.getRow(i);
    const order = [...row.keys()].sort((a, b) => Math.abs(row[b] ?? 0) - Math.abs(row[a] ?? 0));
    for (const m of order.slice(0, c)) simple.set(i, m, row[m] ?? NaN);
  }
  return simple;
}

/**
 * How well the correlations are reproduced when each item may load on c factors only.
 *
 * VSS_c = 1 − Σ (R − S_c S_c')² / Σ R², S_c the loadings with all but the c largest of each item set to 0.
 *
 * @param correlation p × p.
 * @param loadings p × q, orthogonal factors (varimax).
 * @param c complexity, 1 ≤ c ≤ q.
 * @returns (−∞, 1]; the number of factors is where it is largest.
 * @remarks Missing data: as in the matrices given. The diagonal counts, as in psych.
 * @throws never.
 * @see Revelle, W., Rocklin, T. (1979). Very simple structure: an alternative procedure for estimating the
 *   optimal number of interpretable factors. Multivariate Behavioral Research 14, 403–414.
 *   https://doi.org/10.1207/s15327906mbr1404_2. Reference values: psych 2.2.9 `vss`.
 */
export function verySimpleStructure(correlation: Matrix, loadings: Matrix, c: number): number {
  const simple = simplify(loadings, c);
  const residual = Matrix.sub(correlation, simple.mmul(simple.transpose()));
  return 1 - Matrix.pow(residual, 2).sum() / Matrix.pow(correlation, 2).sum();
}
