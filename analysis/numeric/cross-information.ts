import { choleskyFactor } from './cholesky-factor.ts';
import { choleskyInverse } from './cholesky-inverse.ts';

interface BinaryFit {
  /** Of logit P(Y > j). */
  readonly constant: number;
  readonly slopes: Float64Array;
}

/**
 * The joint covariance of the slopes of logistic regressions of the same rows at ascending cuts.
 *
 * Cov(γ_j, γ_l) = (X′W_jj X)⁻¹ X′W_jl X (X′W_ll X)⁻¹, w_jl = π_l(1 − π_j) for j ≤ l, π_j = P(Y > j), X with a
 * column of ones.
 *
 * @param design n × p, row-major. @param p columns. @param fits one per cut, ascending.
 * @returns (cuts · p)², row-major, without the constants; undefined where an information is singular.
 * @remarks Missing data: none.
 * @throws never.
 * @see Brant, R. (1990). https://doi.org/10.2307/2532457, section 3.
 */
export function crossInformation(
  design: Float64Array,
  p: number,
  fits: readonly BinaryFit[],
): Float64Array | undefined {
  const size = p + 1;
  const n = p > 0 ? design.length / p : 0;
  const shares = fits.map(({ constant, slopes }) => {
    return Float64Array.from({ length: n }, (_, row) => {
      let eta = constant;
      for (let s = 0; s < p; s += 1) eta += design[row * p + s]! * slopes[s]!;
      return 1 / (1 + Math.exp(-eta));
    });
  });
  const information = (lower: Float64Array, upper: Float64Array) => {
    const sums = new Float64Array(size * size);
    const x = new Float64Array(size).fill(1);
    for (let row = 0; row < n; row += 1) {
      const weight = upper[row]! * (1 - lower[row]!);
      for (let s = 0; s < p; s += 1) x[s + 1] = design[row * p + s]!;
      for (let i = 0; i < size; i += 1) {
        for (let j = 0; j < size; j += 1) sums[i * size + j]! += weight * x[i]! * x[j]!;
      }
    }
    return sums;
  };
  const inverses = shares.map((own) => {
    const factor = choleskyFactor(information(own, own), size);
    return factor && choleskyInverse(factor, size);
  });
  const width = fits.length * p;
  const covariance = new Float64Array(width * width);
  for (let a = 0; a < fits.length; a += 1) {
    for (let b = a; b < fits.length; b += 1) {
      const [left, right] = [inverses[a], inverses[b]];
      if (!left || !right) return undefined;
      const middle = information(shares[a]!, shares[b]!);
      for (let i = 1; i < size; i += 1) {
        for (let j = 1; j < size; j += 1) {
          let sum = 0;
          for (let s = 0; s < size; s += 1) {
            for (let t = 0; t < size; t += 1) {
              sum += left[i * size + s]! * middle[s * size + t]! * right[t * size + j]!;
            }
          }
          covariance[(a * p + i - 1) * width + b * p + j - 1] = sum;
          covariance[(b * p + j - 1) * width + a * p + i - 1] = sum;
        }
      }
    }
  }
  return covariance;
}
