import type { NotEstimable } from '../../estimate.ts';
import { normalProbability } from '../../numeric/normal-probability.ts';

export type BrierScore =
  | {
      readonly ok: true;
      readonly brier: number;
      /** 1 − Brier/(ȳ(1 − ȳ)); null without variation of outcomes. */
      readonly scaled: number | null;
      /** Mean of −log of the probability given to what happened; infinite when that was 0. */
      readonly logLoss: number;
      /** Spiegelhalter's test that the risks are calibrated; null when every risk is ½, 0 or 1. */
      readonly spiegelhalter: { readonly z: number; readonly p: number } | null;
    }
  | NotEstimable;

/**
 * Brier score, scaled Brier score, log loss, and Spiegelhalter's test.
 *
 * Σ (y − p)²/n; 1 − Brier/(ȳ(1 − ȳ)); −Σ (y ln p + (1 − y) ln(1 − p))/n;
 * z = Σ (y − p)(1 − 2p)/√(Σ (1 − 2p)² p(1 − p)).
 *
 * @param outcomes 0 or 1.
 * @param risks as many probabilities.
 * @returns Brier in [0, 1], lower is better; scaled (−∞, 1], 0: no better than the prevalence.
 * @remarks Missing data: to be left out before. No case: 'too-few-cases'. A certain prediction that is wrong makes
 *   the log loss infinite.
 * @throws never.
 * @see Brier, G. W. (1950). Mon Weather Rev 78, 1–3.
 *   https://doi.org/10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2; Spiegelhalter, D. J. (1986).
 *   https://doi.org/10.1002/sim.4780050506. Reference values: rms 6.5.0 `val.prob`, R 4.2.2.
 */
export function brierScore(outcomes: ArrayLike<number>, risks: ArrayLike<number>): BrierScore {
  const n = outcomes.length;
  if (n === 0) return { ok: false, reason: 'too-few-cases' };
  let [squares, loss, events, score, variance] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const [y, p] = [outcomes[i] ?? NaN, risks[i] ?? NaN];
    squares += (y - p) ** 2;
    loss -= Math.log(y === 1 ? p : 1 - p);
    events += y;
    score += (y - p) * (1 - 2 * p);
    variance += (1 - 2 * p) ** 2 * p * (1 - p);
  }
  const brier = squares / n;
  const prevalence = events / n;
  const spread = prevalence * (1 - prevalence);
  const z = score / Math.sqrt(variance);
  return {
    ...{ ok: true, brier, scaled: spread > 0 ? 1 - brier / spread : null, logLoss: loss / n },
    spiegelhalter: variance > 0 ? { z, p: 2 * normalProbability(-Math.abs(z)) } : null,
  };
}
