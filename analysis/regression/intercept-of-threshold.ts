import type { WaldCoefficient } from '../multilevel/wald-coefficient.ts';
import { withOddsRatio, type OddsRatioCoefficient } from './with-odds-ratio.ts';

/**
 * The intercept of a logistic regression from the threshold of a cumulative one with two categories.
 *
 * β₀ = −θ₁: the log odds of an event where every predictor is 0.
 *
 * @param threshold of logit P(Y ≤ 0) = θ₁ − xβ.
 * @returns the coefficient named "(Intercept)"; e^β₀ is an odds, not a ratio.
 * @remarks Missing data: none.
 * @throws never.
 * @see McCullagh, P. (1980). https://doi.org/10.1111/j.2517-6161.1980.tb01109.x.
 */
export function interceptOfThreshold(threshold: WaldCoefficient): OddsRatioCoefficient {
  const { estimate, standardError, z, p, interval } = threshold;
  const turned: WaldCoefficient = {
    name: '(Intercept)',
    ...{ estimate: -estimate, standardError, z: -z, p },
    interval: [-interval[1], -interval[0]],
  };
  return withOddsRatio(turned);
}
