import { DomainError } from '../../errors.ts';
import { checkCases } from './check-cases.ts';
import { logLikelihoodScore } from './log-likelihood-score.ts';

export interface RiskAdjustedCusum {
  /** W of each case. */
  readonly scores: Float64Array;
  /** S after each case; after a signal it begins at 0 again. */
  readonly sums: Float64Array;
  /** Cases, counted from 1, at which S exceeded the limit. */
  readonly signals: readonly number[];
  readonly highest: number;
}

/**
 * The risk-adjusted CUSUM of outcomes: whether the odds of an event have changed for cases of their risk.
 *
 * S_t = max(0, S_{t−1} + W_t), W by Steiner; a signal when S_t > h, after which S = 0.
 *
 * @param outcomes 0 or 1, in order of time.
 * @param risks as many predicted probabilities.
 * @param options R_A, 2 to find doubled odds, ½ to find halved ones; h, from `riskAdjustedRunLength`.
 * @returns sums and signals.
 * @remarks Missing data: cases without outcome or risk are to be left out before. Risks must be calibrated at
 *   baseline, or the chart monitors their miscalibration.
 * @throws errors of `checkCases`; DomainError 'chart-design' for R_A ≤ 0 or 1, h ≤ 0.
 * @see Steiner, S. H., et al. (2000). https://doi.org/10.1093/biostatistics/1.4.441. Reference values: R 4.2.2 by
 *   formula.
 */
export function riskAdjustedCusum(
  outcomes: ArrayLike<number>,
  risks: ArrayLike<number>,
  { oddsRatio, limit }: { readonly oddsRatio: number; readonly limit: number },
): RiskAdjustedCusum {
  checkCases(outcomes, risks);
  if (!(oddsRatio > 0 && oddsRatio !== 1 && limit > 0)) {
    throw new DomainError('chart-design', { oddsRatio, limit });
  }
  const scores = Float64Array.from(outcomes, (y, i) =>
    logLikelihoodScore(y, risks[i] ?? NaN, oddsRatio),
  );
  const signals: number[] = [];
  let [sum, highest] = [0, 0];
  const sums = scores.map((score, i) => {
    // The sum that signals is the one before it starts again.
    if (signals.at(-1) === i) sum = 0;
    sum = Math.max(0, sum + score);
    highest = Math.max(highest, sum);
    if (sum > limit) signals.push(i + 1);
    return sum;
  });
  return { scores, sums, signals, highest };
}
