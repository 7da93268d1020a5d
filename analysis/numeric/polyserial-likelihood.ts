import { normalProbability } from './normal-probability.ts';

const floor = Number.EPSILON;
const density = (x: number) =>
  Number.isFinite(x) ? Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) : 0;

/**
 * Log-likelihood of an ordered item given a standard normal variable, and its slope in ρ.
 *
 * ln L(ρ) = Σ_r ln(Φ(u_c) − Φ(u_{c−1})), u_c = (τ_c − ρ z_r) / √(1 − ρ²);
 * ∂u_c/∂ρ = (ρ τ_c − z_r) / (1 − ρ²)^{3/2}.
 *
 * @param z n standardised numbers.
 * @param category n categories, 0 … C − 1.
 * @param thresholds C − 1.
 * @param rho correlation in (−1, 1).
 * @returns the log-likelihood (without the constant of z) and its derivative.
 * @remarks Missing data: none allowed.
 * @throws never.
 * @see Olsson, U., Drasgow, F., Dorans, N. J. (1982). Psychometrika 47, 337–347.
 *   https://doi.org/10.1007/BF02294164. Reference values: polycor 0.8-1, through `polyserial`.
 */
export function polyserialLikelihood(
  z: Float64Array,
  category: Int32Array,
  thresholds: Float64Array,
  rho: number,
): { logLikelihood: number; slope: number } {
  const rest = 1 - rho * rho;
  const root = Math.sqrt(rest);
  let [logLikelihood, slope] = [0, 0];
  for (let r = 0; r < z.length; r += 1) {
    const c = category[r]!;
    const [low, high] = [thresholds[c - 1] ?? -Infinity, thresholds[c] ?? Infinity];
    const [from, to] = [(low - rho * z[r]!) / root, (high - rho * z[r]!) / root];
    // In the upper tail the difference of upper tails keeps its digits.
    const p =
      from > 0
        ? normalProbability(-from) - normalProbability(-to)
        : normalProbability(to) - normalProbability(from);
    const safe = Math.max(p, floor);
    logLikelihood += Math.log(safe);
    const rise = (limit: number, u: number) =>
      Number.isFinite(limit) ? (density(u) * (rho * limit - z[r]!)) / (rest * root) : 0;
    slope += (rise(high, to) - rise(low, from)) / safe;
  }
  return { logLikelihood, slope };
}
