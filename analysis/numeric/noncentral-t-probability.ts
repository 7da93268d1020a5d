import { DomainError } from '../errors.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { logGamma } from './log-gamma.ts';
import { normalProbability } from './normal-probability.ts';

const PANELS = 48;
const rule = gaussLegendre(12);

/**
 * The lower tail of the noncentral t distribution, P(T(ν, δ) ≤ t).
 *
 * ∫_0^∞ Φ(t s − δ) f(s) ds, f the density of √(χ²_ν/ν): composite Gauss–Legendre quadrature in √s, which
 * smooths the origin for fractional ν, over the part of the density that counts.
 *
 * @param t any number.
 * @param degreesOfFreedom ν > 0, not necessarily an integer.
 * @param noncentrality δ, any number.
 * @returns probability in [0, 1]; absolute error about 1e-12.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'noncentral-t'.
 * @see Johnson, N. L., Kotz, S., Balakrishnan, N. (1995). Continuous Univariate Distributions 2 (2nd ed.),
 *   eq. 31.11. Reference values: R 4.2.2 `pt(ncp = )`.
 */
export function noncentralTProbability(
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const v = degreesOfFreedom;
  if (Number.isNaN(t) || !(v > 0 && v < Infinity) || !Number.isFinite(noncentrality)) {
    throw new DomainError('noncentral-t', { t, v, noncentrality });
  }
  const logConstant = (v / 2) * Math.log(v) - logGamma(v / 2) - (v / 2 - 1) * Math.LN2;
  const halfWidth = 9 / Math.sqrt(2 * v);
  const lower = Math.sqrt(Math.max(0, 1 - halfWidth));
  const upper = Math.sqrt(1 + halfWidth + 9 / v);
  const half = (upper - lower) / PANELS / 2;
  let sum = 0;
  for (let panel = 0; panel < PANELS; panel += 1) {
    const centre = lower + (2 * panel + 1) * half;
    for (let k = 0; k < rule.nodes.length; k += 1) {
      const root = centre + half * rule.nodes[k]!;
      const s = root * root;
      const density = 2 * root * Math.exp(logConstant + (v - 1) * Math.log(s) - (v * s * s) / 2);
      sum += half * rule.weights[k]! * density * normalProbability(t * s - noncentrality);
    }
  }
  return Math.min(1, Math.max(0, sum));
}
