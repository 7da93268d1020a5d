import { logGamma } from './log-gamma.ts';

/**
 * The error of Stirling's formula, δ(z) = ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π.
 *
 * For z > 15 the series 1/(12z) − 1/(360z³) + 1/(1260z⁵) − 1/(1680z⁷) + 1/(1188z⁹) − …: the large
 * terms of ln Γ never meet, so that no digits are lost to their difference.
 *
 * @param z a finite number > 0.
 * @returns δ(z) in (0, ∞), about 1/(12z).
 * @remarks Missing data: NaN is refused by `logGamma`.
 * @throws DomainError 'log-gamma'.
 * @see Loader, C. (2000). Fast and Accurate Computation of Binomial Probabilities, section 2.
 *   Reference values: R 4.2.2, through `pbeta`.
 */
export function stirlingError(z: number): number {
  if (!(z > 15)) {
    return logGamma(z + 1) - (z + 0.5) * Math.log(z) + z - 0.5 * Math.log(2 * Math.PI);
  }
  const s = 1 / (z * z);
  const tail = 1 / 1188 - (691 / 360360 - s / 156) * s;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - tail * s) * s) * s) * s) / z;
}
