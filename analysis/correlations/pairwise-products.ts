import { sumCrossProducts } from '../numeric/sum-cross-products.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

/** Of the rows that answered items i ≥ j: how many, and Σ (x − x̄)(y − ȳ), means of these rows. */
export interface PairProducts {
  readonly i: number;
  readonly j: number;
  readonly n: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/**
 * Sums of squares and products of every pair of items, i = j included, over all who answered both.
 *
 * Σ (x_i − x̄_i)(x_j − x̄_j).
 *
 * @param matrix n × k, missing is NaN.
 * @returns k(k + 1)/2 records, i ≥ j.
 * @remarks Missing data: pairwise.
 * @throws never.
 * @see Little, R. J. A., Rubin, D. B. (2019). Statistical Analysis with Missing Data (3rd ed.), 3.4.
 *   https://doi.org/10.1002/9781119482260.
 */
export function pairwiseProducts(matrix: ItemMatrix): PairProducts[] {
  const k = matrix.names.length;
  const columns = matrix.names.map((_, item) =>
    Float64Array.from({ length: matrix.n }, (_cell, row) => matrix.values[row * k + item] ?? NaN),
  );
  const both = new Float64Array(2 * matrix.n);
  return columns.flatMap((x, i) =>
    columns.slice(0, i + 1).map((y, j) => {
      let n = 0;
      x.forEach((value, row) => {
        const other = y[row] ?? NaN;
        if (Number.isNaN(value) || Number.isNaN(other)) return;
        both[2 * n] = value;
        both[2 * n + 1] = other;
        n += 1;
      });
      const { products } = sumCrossProducts(both, n, 2);
      const [xx = 0, xy = 0, , yy = 0] = products;
      return { i, j, n, xx, xy, yy };
    }),
  );
}
