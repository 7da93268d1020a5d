/**
 * Over how many factors an item is spread (Hofmann's index).
 *
 * c_i = (Σ_m λ_im²)² / Σ_m λ_im⁴.
 *
 * @param loadings q pattern loadings of one item.
 * @returns [1, q]; 1: the item belongs to one factor. NaN when all loadings are 0.
 * @remarks Missing data: NaN in, NaN out.
 * @throws never.
 * @see Hofmann, R. J. (1978). Complexity and simplicity as objective indices descriptive of factor
 *   solutions. Multivariate Behavioral Research 13, 247–250. https://doi.org/10.1207/s15327906mbr1302_9.
 *   Reference values: psych 2.2.9 `fa`.
 */
export function itemComplexity(loadings: readonly number[]): number {
  const squares = loadings.map((loading) => loading ** 2);
  const sum = squares.reduce((total, square) => total + square, 0);
  return sum ** 2 / squares.reduce((total, square) => total + square ** 2, 0);
}
