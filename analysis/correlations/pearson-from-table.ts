import type { PairTable } from './pair-table.ts';
import { tableMargins } from './table-margins.ts';

/**
 * Pearson's correlation of two ordered items whose categories are scored 1, 2, 3 ….
 *
 * r = Σ n_ab (a − ā)(b − b̄) / √(Σ n_a (a − ā)² Σ n_b (b − b̄)²).
 *
 * @param table R × C counts, R, C ≥ 2, rows and columns occupied.
 * @returns r in [−1, 1].
 * @remarks Missing data: not counted.
 * @throws never.
 * @see Pearson, K. (1896). Phil. Trans. R. Soc. A 187, 253–318. https://doi.org/10.1098/rsta.1896.0007.
 *   Reference values: R 4.2.2 `cor`.
 */
export function pearsonFromTable(table: PairTable): number {
  const { n, row, column } = tableMargins(table);
  const centre = (margin: Float64Array) => {
    const mean = margin.reduce((sum, count, place) => sum + count * place, 0) / n;
    return margin.map((_, place) => place - mean);
  };
  const [a, b] = [centre(row), centre(column)];
  const squares = (margin: Float64Array, scores: Float64Array) =>
    margin.reduce((sum, count, place) => sum + count * (scores[place] ?? 0) ** 2, 0);
  const products = table.counts.reduce((sum, count, cell) => {
    const i = Math.trunc(cell / table.columns);
    return sum + count * (a[i] ?? 0) * (b[cell - i * table.columns] ?? 0);
  }, 0);
  return products / Math.sqrt(squares(row, a) * squares(column, b));
}
