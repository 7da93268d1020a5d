import { DomainError } from '../errors.ts';
import type { Interval } from '../estimate.ts';
import { betaQuantile } from '../numeric/beta-quantile.ts';

export type JeffreysShare = {
  readonly count: number;
  /** Mean of the posterior, in (0, 1). */
  readonly estimate: number;
  readonly interval: Interval;
};

/**
 * A share with Jeffreys's prior.
 *
 * Posterior Beta(x + ½, n − x + ½): mean (x + ½)/(n + 1), quantiles (1 ∓ level)/2.
 *
 * @param x how many of the n, 0 ≤ x ≤ n
 * @param n how many, 0 or more.
 * @param level of the interval, in (0, 1).
 * @returns estimate in (0, 1). Ten of ten give .95; the prior of Laplace would give .92 and pulls small groups
 *   further to the middle.
 * @remarks Missing data: counted in neither. x = 0 starts at exactly 0, x = n ends at 1; n = 0 is the prior alone,
 *   ½ within [0, 1].
 * @throws DomainError 'jeffreys-share'.
 * @see Brown, L. D., Cai, T. T., DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical
 *   Science 16, 101–133. https://doi.org/10.1214/ss/1009213286. Reference values: R 4.2.2 `qbeta`.
 */
export function jeffreysShare(x: number, n: number, level = 0.95): JeffreysShare {
  if (!(x >= 0 && x <= n)) throw new DomainError('jeffreys-share', { x, n });
  const [a, b] = [x + 0.5, n - x + 0.5];
  return {
    count: x,
    estimate: a / (a + b),
    interval: [
      x === 0 ? 0 : betaQuantile((1 - level) / 2, a, b),
      x === n ? 1 : betaQuantile((1 + level) / 2, a, b),
    ],
  };
}
