import type { Estimate } from '../estimate.ts';
import type { PairTable } from './pair-table.ts';
import { tableMargins } from './table-margins.ts';

/**
 * Kendall's τ_b of two ordered items.
 *
 * τ_b = (P − Q) / √((N − T_row)(N − T_column)), N = n(n − 1)/2 pairs of respondents, P concordant, Q
 * discordant, T tied on one item.
 *
 * @param table R × C counts.
 * @returns τ_b in [−1, 1]; 'zero-variance' when an item has one category.
 * @remarks Missing data: not counted.
 * @throws never.
 * @see Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33, 239–251.
 *   https://doi.org/10.1093/biomet/33.3.239. Reference values: R 4.2.2 `cor(method = "kendall")`.
 */
export function kendallTauB(table: PairTable): Estimate {
  const { rows, columns, counts } = table;
  if (rows < 2 || columns < 2) return { ok: false, reason: 'zero-variance' };
  const { n, row, column } = tableMargins(table);
  // below[a, b]: respondents in earlier rows and columns ≤ b.
  const below = new Float64Array(columns);
  let balance = 0;
  for (let a = 0; a < rows; a += 1) {
    const total = below[columns - 1] ?? 0;
    for (let b = 0; b < columns; b += 1) {
      const before = b === 0 ? 0 : (below[b - 1] ?? 0);
      balance += (counts[a * columns + b] ?? 0) * (before - (total - (below[b] ?? 0)));
    }
    let sum = 0;
    for (let b = 0; b < columns; b += 1) {
      sum += counts[a * columns + b] ?? 0;
      below[b] = (below[b] ?? 0) + sum;
    }
  }
  const untied = (margin: Float64Array) =>
    (n * n - margin.reduce((sum, count) => sum + count * count, 0)) / 2;
  return { ok: true, value: balance / Math.sqrt(untied(row) * untied(column)) };
}
