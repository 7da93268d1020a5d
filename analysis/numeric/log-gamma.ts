import { DomainError } from '../errors.ts';

// B_2j / (2j (2j − 1)), j = 1 … 8: Abramowitz & Stegun 6.1.41.
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;
// From here on the first omitted term is below 1e-17.
const asymptotic = 12;

/**
 * Natural logarithm of the gamma function for positive arguments.
 *
 * ln Γ(z) ~ (z − ½) ln z − z + ½ ln 2π + Σ_j B_2j / (2j (2j − 1) z^(2j−1)), used for z ≥ 12; below,
 * the recurrence ln Γ(z) = ln Γ(z + m) − ln z(z + 1)…(z + m − 1).
 *
 * @param z a finite number > 0.
 * @returns ln Γ(z) in [−0.1214…, ∞).
 * @remarks Missing data: NaN is refused. Absolute error about 1e-15 · max(1, |ln Γ|).
 * @throws DomainError 'log-gamma'.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 6.1.15 and 6.1.41.
 *   Reference values: R 4.2.2 `lgamma`.
 */
export function logGamma(z: number): number {
  if (!(z > 0) || z === Infinity) throw new DomainError('log-gamma', { z });
  let product = 1;
  let x = z;
  while (x < asymptotic) {
    product *= x;
    x += 1;
  }
  let series = 0;
  for (let j = stirling.length - 1; j >= 0; j -= 1) series = series / (x * x) + stirling[j]!;
  const logGammaOfX = (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series / x;
  return logGammaOfX - Math.log(product);
}
