import type { Matrix } from 'ml-matrix';

/**
 * Factors in an order and with signs that do not depend on the algorithm.
 *
 * By falling diag(ΦΛ'Λ); a factor whose loadings sum to less than 0 is turned round.
 *
 * @param loadings p × q, pattern.
 * @param phi q × q.
 * @returns the same solution, and diag(ΦΛ'Λ) per factor.
 * @remarks Missing data: NaN in, NaN out.
 * @throws never.
 * @see Harman, H. H. (1976). Modern Factor Analysis (3rd ed.), 2.7. Reference values: psych 2.2.9 `fa`.
 */
export function sortFactors(
  loadings: Matrix,
  phi: Matrix,
): { loadings: Matrix; phi: Matrix; sumsOfSquares: number[] } {
  const squares = phi.mmul(loadings.transpose().mmul(loadings)).diagonal();
  const order = [...squares.keys()].sort((a, b) => (squares[b] ?? NaN) - (squares[a] ?? NaN));
  const sorted = loadings.subMatrixColumn(order);
  const correlations = phi.selection(order, order);
  order.forEach((_, m) => {
    if (sorted.getColumn(m).reduce((sum, loading) => sum + loading, 0) >= 0) return;
    sorted.mulColumn(m, -1);
    correlations.mulColumn(m, -1).mulRow(m, -1);
  });
  return {
    loadings: sorted,
    phi: correlations,
    sumsOfSquares: order.map((place) => squares[place] ?? NaN),
  };
}
