/**
 * The density of the standard normal distribution.
 *
 * φ(x) = e^{−x²/2}/√(2π).
 *
 * @param x any number.
 * @returns φ(x) in [0, 0.4).
 * @remarks Missing data: NaN gives NaN.
 * @throws never.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.2.1.
 */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
