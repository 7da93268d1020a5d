import { normalProbability } from './normal-probability.ts';

/** Derivatives of Φ₂(h, k; ρ); zero where a limit is infinite and the derivative vanishes. */
export interface BivariateNormalDerivatives {
  readonly h: number;
  readonly k: number;
  readonly rho: number;
  readonly hh: number;
  readonly kk: number;
  readonly hk: number;
  readonly hRho: number;
  readonly kRho: number;
  readonly rhoRho: number;
}

const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * First and second derivatives of the bivariate normal probability.
 *
 * ∂Φ₂/∂h = φ(h)Φ((k − ρh)/√(1 − ρ²)); ∂Φ₂/∂ρ = φ₂; ∂²Φ₂/∂h² = −h ∂Φ₂/∂h − ρφ₂; ∂²Φ₂/∂h∂k = φ₂;
 * ∂²Φ₂/∂h∂ρ = −φ₂ (h − ρk)/(1 − ρ²); ∂²Φ₂/∂ρ² = φ₂ (ρ(1 − ρ²) + (1 + ρ²)hk − ρ(h² + k²))/(1 − ρ²)².
 *
 * @param h, k limits; ±∞ allowed.
 * @param rho correlation in (−1, 1).
 * @returns the nine derivatives.
 * @remarks Missing data: none. At an infinite limit what depends on it is zero.
 * @throws DomainError 'normal-probability' for NaN.
 * @see Olsson, U. (1979). Psychometrika 44, 443–460, appendix. https://doi.org/10.1007/BF02296207.
 *   Checked against differences of `bivariateNormalProbability`.
 */
export function bivariateNormalDerivatives(
  h: number,
  k: number,
  rho: number,
): BivariateNormalDerivatives {
  const zero = { h: 0, k: 0, rho: 0, hh: 0, kk: 0, hk: 0, hRho: 0, kRho: 0, rhoRho: 0 };
  if (h === -Infinity || k === -Infinity) return zero;
  if (h === Infinity && k === Infinity) return zero;
  if (h === Infinity) return { ...zero, k: density(k), kk: -k * density(k) };
  if (k === Infinity) return { ...zero, h: density(h), hh: -h * density(h) };
  const rest = 1 - rho * rho;
  const root = Math.sqrt(rest);
  const both = Math.exp((rho * h * k - (h * h + k * k) / 2) / rest) / (2 * Math.PI * root);
  const byH = density(h) * normalProbability((k - rho * h) / root);
  const byK = density(k) * normalProbability((h - rho * k) / root);
  const curve = (rho * rest + (1 + rho * rho) * h * k - rho * (h * h + k * k)) / (rest * rest);
  return {
    h: byH,
    k: byK,
    rho: both,
    hh: -h * byH - rho * both,
    kk: -k * byK - rho * both,
    hk: both,
    hRho: (-both * (h - rho * k)) / rest,
    kRho: (-both * (k - rho * h)) / rest,
    rhoRho: both * curve,
  };
}
