import { gaussLegendre } from './gauss-legendre.ts';
import { normalProbability } from './normal-probability.ts';

// Genz's choice of points by |ρ|: below .3, below .75, above.
const rules = [gaussLegendre(6), gaussLegendre(12), gaussLegendre(20)] as const;
const steep = 0.925;

/** Plackett's integral from 0 to ρ, in the angle t = sin θ. */
function fromZero(h: number, k: number, rho: number): number {
  const size = Math.abs(rho);
  const { nodes, weights } = size < 0.3 ? rules[0] : size < 0.75 ? rules[1] : rules[2];
  const angle = Math.asin(rho) / 2;
  const squares = (h * h + k * k) / 2;
  const product = h * k;
  let sum = 0;
  for (let i = 0; i < nodes.length; i += 1) {
    const sine = Math.sin(angle * (nodes[i]! + 1));
    sum += weights[i]! * Math.exp((sine * product - squares) / (1 - sine * sine));
  }
  return (sum * angle) / (2 * Math.PI);
}

/** ∫_ρ^1 φ₂(h, k; t) dt with t = √(1 − x²); the part that is steep near x = 0 in closed form. */
function toOne(h: number, k: number, rho: number): number {
  const product = h * k;
  const square = (1 - rho) * (1 + rho);
  const a = Math.sqrt(square);
  const b = Math.abs(h - k);
  const c = (4 - product) / 8;
  const d = (12 - product) / 16;
  const shared = (b * b) / square + product;
  let sum = 0;
  if (shared < 1400) {
    const series =
      1 - (c * (b * b - square) * (1 - (d * b * b) / 5)) / 3 + (c * d * square * square) / 5;
    sum = a * Math.exp(-shared / 2) * series;
  }
  if (product > -100) {
    const gap = Math.sqrt(2 * Math.PI) * normalProbability(-b / a) * b;
    sum -= Math.exp(-product / 2) * gap * (1 - (c * b * b * (1 - (d * b * b) / 5)) / 3);
  }
  const { nodes, weights } = rules[2];
  for (let i = 0; i < nodes.length; i += 1) {
    const x = (a / 2) * (nodes[i]! + 1);
    const xx = x * x;
    const exponent = (b * b) / xx + product;
    if (exponent >= 1400) continue;
    const root = Math.sqrt(1 - xx);
    const exact = Math.exp((-product * xx) / (2 * (1 + root) * (1 + root))) / root;
    const expanded = 1 + c * xx * (1 + d * xx);
    sum += (a / 2) * weights[i]! * Math.exp(-exponent / 2) * (exact - expanded);
  }
  return sum / (2 * Math.PI);
}

/**
 * The lower tail of the standard bivariate normal distribution.
 *
 * Φ₂(h, k; ρ) = Φ(h)Φ(k) + ∫_0^ρ φ₂(h, k; t) dt (Plackett), by Gauss–Legendre in arcsin t. From
 * |ρ| = .925 on the integral runs from ρ to ±1, where the probability is one-dimensional, and the steep
 * part of the integrand is integrated in closed form.
 *
 * @param h, k limits; ±∞ allowed.
 * @param rho correlation in [−1, 1].
 * @returns P(X ≤ h, Y ≤ k) in [0, 1]; absolute error about 5e-16 … 1e-15.
 * @remarks Missing data: NaN is refused. Far in the tails the relative error grows.
 * @throws DomainError 'normal-probability' for NaN.
 * @see Drezner, Z., Wesolowsky, G. O. (1990). On the computation of the bivariate normal integral. J Stat
 *   Comput Simul 35, 101–107. https://doi.org/10.1080/00949659008811236; Genz, A. (2004). Numerical
 *   computation of rectangular bivariate and trivariate normal and t probabilities. Stat Comput 14,
 *   251–260. https://doi.org/10.1023/B:STCO.0000035304.20635.31. Reference values: R 4.2.2 `integrate`.
 */
export function bivariateNormalProbability(h: number, k: number, rho: number): number {
  const [atH, atK] = [normalProbability(h), normalProbability(k)];
  if (!Number.isFinite(h)) return h > 0 ? atK : 0;
  if (!Number.isFinite(k)) return k > 0 ? atH : 0;
  if (rho === 0) return atH * atK;
  if (Math.abs(rho) < steep) return atH * atK + fromZero(h, k, rho);
  if (rho > 0) {
    const value = Math.min(atH, atK) - (rho < 1 ? toOne(h, k, rho) : 0);
    return Math.max(0, value);
  }
  // P(X ≤ h, Y ≤ k; ρ) = P(X ≤ h) − P(X ≤ h, −Y ≤ −k; −ρ)
  const opposite = Math.min(atH, normalProbability(-k));
  const value = atH - opposite + (rho > -1 ? toOne(h, -k, -rho) : 0);
  return Math.max(0, value);
}
