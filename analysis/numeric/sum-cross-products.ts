import { addCrossProducts } from './add-cross-products.ts';

/** Rows at a time, so that their deviations stay in the processor's cache. */
const CHUNK = 128;

/**
 * Column means and centred cross-products of complete rows.
 *
 * x̄_i = Σ_r x_ri / n; C_ij = Σ_r (x_ri − x̄_i)(x_rj − x̄_j), by two passes.
 *
 * @param values n × k, row-major; nothing missing.
 * @param n rows.
 * @param k columns.
 * @returns `means` k and `products` k × k, row-major, both triangles.
 * @remarks Missing data: NaN in, NaN out. No rows: means NaN, products 0.
 * @throws never; the caller has checked lengths.
 * @see Chan, T. F., Golub, G. H., LeVeque, R. J. (1983). Algorithms for computing the sample variance. The
 *   American Statistician 37, 242–247. https://doi.org/10.1080/00031305.1983.10483115. Reference values:
 *   R 4.2.2 `cov`.
 */
export function sumCrossProducts(
  values: Float64Array,
  n: number,
  k: number,
): { means: Float64Array; products: Float64Array } {
  const means = new Float64Array(k);
  for (let cell = 0, row = 0; row < n; row += 1) {
    for (let i = 0; i < k; i += 1, cell += 1) means[i]! += values[cell]!;
  }
  for (let i = 0; i < k; i += 1) means[i]! /= n;
  const products = new Float64Array(k * k);
  const deviations = new Float64Array(Math.min(n, CHUNK) * k);
  for (let start = 0; start < n; start += CHUNK) {
    const count = Math.min(n - start, CHUNK);
    for (let r = 0; r < count; r += 1) {
      const from = (start + r) * k;
      for (let i = 0; i < k; i += 1) deviations[i * count + r] = values[from + i]! - means[i]!;
    }
    addCrossProducts(deviations, { k, n: count, stride: count }, products);
  }
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < i; j += 1) products[j * k + i] = products[i * k + j]!;
  }
  return { means, products };
}
