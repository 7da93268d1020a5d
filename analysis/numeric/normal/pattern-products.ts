import { multiply } from '../dense/multiply.ts';
import type { Pattern } from './pattern.ts';
import type { PatternWeight } from './pattern-weight.ts';

/** W x for x over the answered items only. */
function weigh(w: Float64Array, x: Float64Array, observed: Int32Array, p: number): Float64Array {
  const image = new Float64Array(p);
  for (let j = 0; j < observed.length; j += 1) {
    const row = observed[j]! * p;
    const factor = x[j]!;
    for (let i = 0; i < p; i += 1) image[i]! += factor * w[row + i]!;
  }
  return image;
}

/**
 * What gradients need of a missing-data pattern.
 *
 * b = W d and P = W (S + d d′) W.
 *
 * @param pattern its moments and rows.
 * @param weight what `patternWeight` returns for it.
 * @param p number of items.
 * @returns b, p long, and P, p × p, both with zeros for unanswered items.
 * @remarks Missing data: by pattern. Few rows: P is summed over them instead, which costs less.
 * @throws never.
 * @see Enders, C. K. (2010). Applied Missing Data Analysis, section 4.5. Checked by central differences.
 */
export function patternProducts(
  { n, observed, mean, covariance, rows }: Pattern,
  { w, d }: PatternWeight,
  p: number,
): { b: Float64Array; product: Float64Array } {
  const q = observed.length;
  const b = multiply(w, d, p, p, 1);
  let product: Float64Array = new Float64Array(p * p);
  if (n < q / 2) {
    const x = new Float64Array(q);
    for (let r = 0; r < n; r += 1) {
      for (let i = 0; i < q; i += 1) x[i] = rows[r * q + i]! - mean[i]!;
      const v = weigh(w, x, observed, p);
      for (let i = 0; i < p; i += 1) {
        const factor = v[i]! / n;
        for (let j = 0; j < p; j += 1) product[i * p + j]! += factor * v[j]!;
      }
    }
  } else {
    const s = new Float64Array(p * p);
    for (let i = 0; i < q; i += 1) {
      for (let j = 0; j < q; j += 1) s[observed[i]! * p + observed[j]!] = covariance[i * q + j]!;
    }
    product = multiply(multiply(w, s, p, p, p), w, p, p, p);
  }
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) product[i * p + j]! += b[i]! * b[j]!;
  }
  return { b, product };
}
