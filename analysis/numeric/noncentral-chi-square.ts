import { DomainError } from '../errors.ts';
import { gammaProbability } from './gamma-probability.ts';
import { logGamma } from './log-gamma.ts';

/** z^a e^(−z) / Γ(a + 1) */
function poisson(a: number, z: number): number {
  return z === 0 ? (a === 0 ? 1 : 0) : Math.exp(a * Math.log(z) - z - logGamma(a + 1));
}

/**
 * The lower tail of the noncentral chi-square distribution, P(χ²(ν, λ) ≤ x).
 *
 * Σ_j Poisson(j; λ/2) P(χ²_(ν + 2j) ≤ x), summed from the largest weight outwards; the central
 * probabilities by P(a + 1, z) = P(a, z) − z^a e^(−z) / Γ(a + 1).
 *
 * @param x ≥ 0.
 * @param degreesOfFreedom ν > 0.
 * @param noncentrality λ ≥ 0.
 * @returns probability in [0, 1]; absolute error about 1e-12.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'noncentral-chi-square'.
 * @see Johnson, N. L., Kotz, S., Balakrishnan, N. (1995). Continuous Univariate Distributions 2 (2nd ed.),
 *   eq. 29.3. Reference values: R 4.2.2 `pchisq(ncp = )`.
 */
export function noncentralChiSquare(
  x: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const v = degreesOfFreedom;
  if (!(x >= 0 && v > 0 && noncentrality >= 0)) {
    throw new DomainError('noncentral-chi-square', { x, v, noncentrality });
  }
  const half = noncentrality / 2;
  const z = x / 2;
  if (z === 0) return 0;
  if (z === Infinity) return 1;
  const mode = Math.floor(half);
  const central = gammaProbability(v / 2 + mode, z).lower;
  let sum = 0;
  let weight = poisson(mode, half);
  let probability = central;
  let term = poisson(v / 2 + mode, z);
  for (let j = mode; weight > 1e-17; j += 1) {
    sum += weight * probability;
    weight *= half / (j + 1);
    probability = Math.max(0, probability - term);
    term *= z / (v / 2 + j + 1);
    if (probability === 0) break;
  }
  weight = poisson(mode, half);
  probability = central;
  for (let j = mode; j > 0 && weight > 1e-17; j -= 1) {
    // Not from the term before, which may have underflowed to nothing.
    probability = Math.min(1, probability + poisson(v / 2 + j - 1, z));
    weight *= j / half;
    sum += weight * probability;
  }
  return Math.min(1, sum);
}
