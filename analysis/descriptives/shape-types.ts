/** Skewness and excess kurtosis under the three definitions in use. */
export interface ShapeTypes {
  /** Moments: m3 / m2^1.5, m4 / m2² − 3. */
  readonly type1: number;
  /** G1, G2: SPSS, SAS, Excel. The one to report. */
  readonly type2: number;
  /** With the n − 1 standard deviation: psych, Minitab. */
  readonly type3: number;
}

/**
 * Skewness and excess kurtosis from central moments.
 *
 * g1 = m3 / m2^1.5, G1 = g1 √(n(n − 1)) / (n − 2), b1 = g1 ((n − 1)/n)^1.5; g2 = m4 / m2² − 3,
 * G2 = ((n + 1) g2 + 6)(n − 1) / ((n − 2)(n − 3)), b2 = (g2 + 3)((n − 1)/n)² − 3.
 *
 * @param n values, ≥ 4 for every type to exist.
 * @param m2, m3, m4 central moments with divisor n; m2 > 0.
 * @returns the three types of each; type 2 is NaN for n < 3 (skewness) and n < 4 (kurtosis).
 * @remarks Missing data: none here.
 * @throws never.
 * @see Joanes, D. N., Gill, C. A. (1998). Comparing measures of sample skewness and kurtosis. The
 *   Statistician 47, 183–189. https://doi.org/10.1111/1467-9884.00122. Reference values: psych 2.2.9
 *   `describe(type = 1, 2, 3)`.
 */
export function shapeTypes(
  n: number,
  m2: number,
  m3: number,
  m4: number,
): { skewness: ShapeTypes; kurtosis: ShapeTypes } {
  const g1 = m3 / m2 ** 1.5;
  const g2 = m4 / m2 ** 2 - 3;
  const shrink = (n - 1) / n;
  const upper = ((n + 1) * g2 + 6) * (n - 1);
  return {
    skewness: {
      type1: g1,
      type2: n < 3 ? NaN : (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
      type3: g1 * shrink ** 1.5,
    },
    kurtosis: {
      type1: g2,
      type2: n < 4 ? NaN : upper / ((n - 2) * (n - 3)),
      type3: (g2 + 3) * shrink ** 2 - 3,
    },
  };
}
