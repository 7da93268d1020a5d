import type { NotEstimable } from '../estimate.ts';
import { normalProbability } from '../numeric/normal-probability.ts';

export type FleissKappa =
  | {
      readonly ok: true;
      readonly value: number;
      /** Test of κ = 0. */
      readonly z: number;
      readonly p: number;
    }
  | NotEstimable;

/**
 * Fleiss' kappa of m ratings of each unit into unordered categories.
 *
 * P_i = Σ_k r_ik (r_ik − 1)/(m(m − 1)), p_k = Σ_i r_ik/(nm), κ = (P̄ − Σ p_k²)/(1 − Σ p_k²); under κ = 0
 * SE₀² = 2 [(Σ p_k q_k)² − Σ p_k q_k (q_k − p_k)] / ((Σ p_k q_k)² n m (m − 1)), q_k = 1 − p_k.
 *
 * @param counts n × q, row-major, each row with the same sum m ≥ 2.
 * @param q categories.
 * @returns κ in [−1/(m − 1), 1], p two-sided.
 * @remarks Missing data: complete units. No unit: 'too-few-respondents'; one category used: 'one-category'.
 * @throws never.
 * @see Fleiss, J. L. (1971). https://doi.org/10.1037/h0031619; Fleiss, J. L., Nee, J. C. M., Landis, J. R. (1979).
 *   Psychol Bull 86, 974–977. https://doi.org/10.1037/0033-2909.86.5.974. Reference values: irr 0.84.1
 *   `kappam.fleiss`.
 */
export function fleissKappa(counts: Float64Array, q: number): FleissKappa {
  const n = q === 0 ? 0 : counts.length / q;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { ok: false, reason: 'too-few-respondents' };
  const m = total / n;
  const shares = new Float64Array(q);
  counts.forEach((count, cell) => (shares[cell % q] = (shares[cell % q] ?? 0) + count / total));
  const agreeing = counts.reduce((sum, r) => sum + r * (r - 1), 0) / (total * (m - 1));
  const expected = shares.reduce((sum, p) => sum + p * p, 0);
  const varied = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  if (varied < 1e-12) return { ok: false, reason: 'one-category' };
  const value = (agreeing - expected) / (1 - expected);
  const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const error = Math.sqrt((2 * (varied ** 2 - skew)) / (total * (m - 1))) / varied;
  const z = value / error;
  return { ok: true, value, z, p: 2 * normalProbability(-Math.abs(z)) };
}
