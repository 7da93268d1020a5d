import type { Interval } from '../estimate.ts';
import type { WaldCoefficient } from '../multilevel/wald-coefficient.ts';

export interface OddsRatioCoefficient extends WaldCoefficient {
  readonly oddsRatio: number;
  readonly oddsRatioInterval: Interval;
}

/**
 * A coefficient on the log odds with its odds ratio.
 *
 * OR = e^b, interval e^(b ± z SE).
 *
 * @param wald the coefficient with its interval.
 * @returns the same, and the odds ratio > 0; 1: no association.
 * @remarks Missing data: none.
 * @throws never.
 * @see Agresti, A. (2013). Categorical Data Analysis (3rd ed.), 5.1. Reference values: R 4.2.2 `exp(coef(glm))`.
 */
export function withOddsRatio(wald: WaldCoefficient): OddsRatioCoefficient {
  const [lower, upper] = wald.interval;
  return {
    ...wald,
    oddsRatio: Math.exp(wald.estimate),
    oddsRatioInterval: [Math.exp(lower), Math.exp(upper)],
  };
}
