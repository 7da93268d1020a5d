import { invertSmall } from './invert-small.ts';

/** X'Y, q × q, of two p × q matrices. */
function crossProduct(x: Float64Array, y: Float64Array, q: number): Float64Array {
  const result = new Float64Array(q * q);
  for (let row = 0; row < x.length; row += q) {
    for (let m = 0; m < q; m += 1) {
      for (let n = 0; n < q; n += 1) result[m * q + n]! += x[row + m]! * y[row + n]!;
    }
  }
  return result;
}

function product(x: Float64Array, u: Float64Array, q: number): Float64Array {
  const result = new Float64Array(x.length);
  for (let row = 0; row < x.length; row += q) {
    for (let n = 0; n < q; n += 1) {
      for (let m = 0; m < q; m += 1) result[row + n]! += x[row + m]! * u[m * q + n]!;
    }
  }
  return result;
}

/**
 * Promax: an oblique rotation of varimax loadings towards their own powers.
 *
 * U = (X'X)⁻¹ X'Q, q_im = x_im |x_im|^(κ−1); columns scaled so that the factors have variance 1; pattern
 * XU, factor correlations (U'U)⁻¹.
 *
 * @param x p × q, row-major: varimax loadings.
 * @param q factors.
 * @param power κ, > 1.
 * @returns `loadings` p × q and `phi` q × q, row-major; undefined when X'X is singular.
 * @remarks Missing data: NaN in, undefined out.
 * @throws never.
 * @see Hendrickson, A. E., White, P. O. (1964). Promax: a quick method for rotation to oblique simple
 *   structure. Brit J Statist Psychol 17, 65–70. https://doi.org/10.1111/j.2044-8317.1964.tb00244.x.
 *   Reference values: R 4.2.2 `promax`.
 */
export function promax(
  x: Float64Array,
  q: number,
  power = 4,
): { loadings: Float64Array; phi: Float64Array } | undefined {
  const target = x.map((value) => value * Math.abs(value) ** (power - 1));
  const inverse = invertSmall(crossProduct(x, x, q), q);
  if (!inverse) return undefined;
  const u = product(inverse, crossProduct(x, target, q), q);
  const variances = invertSmall(crossProduct(u, u, q), q);
  if (!variances) return undefined;
  for (let m = 0; m < q; m += 1) {
    for (let n = 0; n < q; n += 1) u[m * q + n]! *= Math.sqrt(variances[n * q + n]!);
  }
  const phi = invertSmall(crossProduct(u, u, q), q);
  return phi && { loadings: product(x, u, q), phi };
}
