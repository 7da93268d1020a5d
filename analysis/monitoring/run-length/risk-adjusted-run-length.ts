import { DomainError } from '../../errors.ts';
import { markovChainRunLength } from '../../numeric/run-length/markov-chain.ts';
import { logLikelihoodScore } from '../outcomes/log-likelihood-score.ts';

export interface RiskAdjustedDesign {
  /** Risks of a baseline: which cases will come. */
  readonly risks: ArrayLike<number>;
  /** R_A the chart looks for. */
  readonly oddsRatio: number;
  readonly limit: number;
  /** True odds ratio; 1: false alarms. */
  readonly actual?: number | undefined;
}

const CELLS = 250;

/**
 * How many cases a risk-adjusted CUSUM runs on average until it signals, for cases of these risks.
 *
 * W has 2n values of probability p̃_i/n and (1 − p̃_i)/n, p̃ = R p/(1 − p + R p); Brook and Evans's Markov chain of
 * 250 states.
 *
 * @param design risks, odds ratio looked for, limit, true odds ratio.
 * @returns average run length in cases, from 0; error below a few per cent.
 * @remarks Missing data: risks that are NaN are refused. Cases are taken to come in random order.
 * @throws DomainError 'chart-design' without risks or outside (0, 1).
 * @see Steiner, S. H., et al. (2000), section 3. https://doi.org/10.1093/biostatistics/1.4.441. Checked by
 *   simulation.
 */
export function riskAdjustedRunLength(design: RiskAdjustedDesign): number {
  const { risks, oddsRatio, limit, actual = 1 } = design;
  const n = risks.length;
  if (!(n > 0 && oddsRatio > 0 && oddsRatio !== 1 && limit > 0 && actual > 0)) {
    throw new DomainError('chart-design', { n, oddsRatio, limit });
  }
  const steps = Array.from(risks).flatMap((p) => {
    if (!(p > 0 && p < 1)) throw new DomainError('chart-design', { p });
    const event = (actual * p) / (1 - p + actual * p);
    return [
      { score: logLikelihoodScore(1, p, oddsRatio), chance: event / n },
      { score: logLikelihoodScore(0, p, oddsRatio), chance: (1 - event) / n },
    ];
  });
  steps.sort((a, b) => a.score - b.score);
  const scores = Float64Array.from(steps, ({ score }) => score);
  const upTo = new Float64Array(scores.length + 1);
  steps.forEach(({ chance }, i) => (upTo[i + 1] = (upTo[i] ?? 0) + chance));
  const distribution = (w: number) => {
    let [low, high] = [0, scores.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[middle] ?? Infinity) <= w) low = middle + 1;
      else high = middle;
    }
    return upTo[low] ?? 1;
  };
  return markovChainRunLength(distribution, limit, CELLS);
}
