import { DomainError } from '../errors.ts';
import { betaProbability } from './beta-probability.ts';
import { logGamma } from './log-gamma.ts';

/**
 * The lower tail of the noncentral F distribution, P(F(ν₁, ν₂, λ) ≤ f).
 *
 * Σ_j Poisson(j; λ/2) I_x(ν₁/2 + j, ν₂/2), x = ν₁ f/(ν₁ f + ν₂), from the largest weight outwards.
 *
 * @param f ≥ 0.
 * @param v1, v2 degrees of freedom, > 0.
 * @param noncentrality λ ≥ 0.
 * @returns probability in [0, 1]; absolute error about 1e-12.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'noncentral-f'.
 * @see Johnson, N. L., Kotz, S., Balakrishnan, N. (1995). Continuous Univariate Distributions 2 (2nd ed.),
 *   eq. 30.10. Reference values: R 4.2.2 `pf(ncp = )`.
 */
export function noncentralFProbability(
  f: number,
  v1: number,
  v2: number,
  noncentrality: number,
): number {
  if (!(f >= 0 && v1 > 0 && v2 > 0 && noncentrality >= 0 && noncentrality < Infinity)) {
    throw new DomainError('noncentral-f', { f, v1, v2, noncentrality });
  }
  const ratio = (v1 * f) / v2;
  const [x, y] = [ratio / (1 + ratio), 1 / (1 + ratio)];
  const half = noncentrality / 2;
  const central = (j: number) => betaProbability(x, y, v1 / 2 + j, v2 / 2).lower;
  if (half === 0) return central(0);
  const mode = Math.floor(half);
  const start = Math.exp(mode * Math.log(half) - half - logGamma(mode + 1));
  let sum = 0;
  let weight = start;
  for (let j = mode; weight > 1e-16; j += 1) {
    const term = weight * central(j);
    sum += term;
    if (term < 1e-16 && j > mode + 3) break;
    weight *= half / (j + 1);
  }
  weight = (start * mode) / half;
  for (let j = mode - 1; j >= 0 && weight > 1e-16; j -= 1) {
    sum += weight * central(j);
    weight *= j / half;
  }
  return Math.min(1, sum);
}
