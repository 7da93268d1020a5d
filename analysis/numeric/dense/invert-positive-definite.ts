import { choleskyFactor } from '../cholesky-factor.ts';

export interface PositiveDefiniteInverse {
  /** size × size, row-major, exactly symmetric. */
  readonly inverse: Float64Array;
  readonly logDeterminant: number;
}

/** L⁻¹ of a lower triangular L. */
function invertLower(l: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    const row = i * size;
    const pivot = 1 / l[row + i]!;
    for (let c = 0; c < i; c += 1) {
      const factor = l[row + c]! * pivot;
      if (factor === 0) continue;
      for (let j = 0; j <= c; j += 1) inverse[row + j]! -= factor * inverse[c * size + j]!;
    }
    inverse[row + i] = pivot;
  }
  return inverse;
}

/**
 * Inverse and log determinant of a symmetric positive definite matrix.
 *
 * A = L L′, A⁻¹ = L⁻¹′ L⁻¹, log |A| = 2 Σ log L_ii.
 *
 * @param a size × size, row-major; the lower triangle is read.
 * @param size number of rows.
 * @param smallestPivot as in `choleskyFactor`.
 * @returns inverse and log determinant; undefined when A is not positive definite.
 * @remarks Missing data: NaN gives undefined.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), section 4.2. Reference values:
 *   R 4.2.2 `chol2inv`.
 */
export function invertPositiveDefinite(
  a: Float64Array,
  size: number,
  smallestPivot?: number,
): PositiveDefiniteInverse | undefined {
  const l = choleskyFactor(a, size, smallestPivot);
  if (!l) return undefined;
  let logDeterminant = 0;
  for (let i = 0; i < size; i += 1) logDeterminant += 2 * Math.log(l[i * size + i]!);
  const lower = invertLower(l, size);
  const inverse = new Float64Array(size * size);
  for (let c = 0; c < size; c += 1) {
    const row = c * size;
    for (let i = 0; i <= c; i += 1) {
      const factor = lower[row + i]!;
      if (factor === 0) continue;
      for (let j = 0; j <= i; j += 1) inverse[i * size + j]! += factor * lower[row + j]!;
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) inverse[j * size + i] = inverse[i * size + j]!;
  }
  return { inverse, logDeterminant };
}
