import type { NotEstimable } from '../estimate.ts';

export type KishDesignEffect =
  | {
      readonly ok: true;
      readonly designEffect: number;
      readonly effectiveN: number;
      /** SD/mean of the weights (divisor n). */
      readonly coefficientOfVariation: number;
    }
  | NotEstimable;

/**
 * What unequal weights cost in precision: Kish's design effect and effective sample size.
 *
 * n_eff = (Σ w)²/Σ w², D = n/n_eff = 1 + CV².
 *
 * @param weights ≥ 0; rows with weight 0 do not count.
 * @returns D ≥ 1; n_eff ≤ n: as many equally weighted respondents would say as much of a mean that is unrelated to
 *   the weights.
 * @remarks Missing data: weight 0. Nobody weighted: 'too-few-respondents'.
 * @throws never.
 * @see Kish, L. (1965). Survey Sampling, 11.2C; Kish, L. (1992). Weighting for unequal P_i. J Off Stat 8, 183–200.
 *   By formula in R 4.2.2.
 */
export function kishDesignEffect(weights: Float64Array): KishDesignEffect {
  let [n, sum, squares] = [0, 0, 0];
  for (const weight of weights) {
    if (!(weight > 0)) continue;
    n += 1;
    sum += weight;
    squares += weight * weight;
  }
  if (n === 0) return { ok: false, reason: 'too-few-respondents' };
  const effectiveN = (sum * sum) / squares;
  const designEffect = n / effectiveN;
  const coefficientOfVariation = Math.sqrt(Math.max(0, designEffect - 1));
  return { ok: true, designEffect, effectiveN, coefficientOfVariation };
}
