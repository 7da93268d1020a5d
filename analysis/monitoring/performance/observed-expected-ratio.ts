import type { Interval, NotEstimable } from '../../estimate.ts';
import { wilsonInterval } from '../../groups/wilson-interval.ts';

export type ObservedExpectedRatio =
  | {
      readonly ok: true;
      readonly observed: number;
      readonly expected: number;
      readonly ratio: number;
      readonly interval: Interval;
    }
  | NotEstimable;

/**
 * Observed over expected events, with an interval.
 *
 * O/E = Σ y/Σ p; interval: Wilson's of Σ y/n, divided by Σ p/n, the risks taken as given.
 *
 * @param observed Σ y.
 * @param expected Σ p.
 * @param n cases.
 * @param level confidence level in (0, 1).
 * @returns (0, ∞); 1: as many as expected, above 1: more.
 * @remarks Missing data: not in the sums. No case, or nothing expected: 'too-few-cases'.
 * @throws DomainError of `wilsonInterval`.
 * @see Debray, T. P. A., et al. (2017). A guide to systematic review and meta-analysis of prediction model
 *   performance. BMJ 356, i6460. https://doi.org/10.1136/bmj.i6460. Reference values of the ratio: R 4.2.2.
 */
export function observedExpectedRatio(
  observed: number,
  expected: number,
  n: number,
  level = 0.95,
): ObservedExpectedRatio {
  if (!(n >= 1 && expected > 0)) return { ok: false, reason: 'too-few-cases' };
  const [low, high] = wilsonInterval(observed, n, level);
  const mean = expected / n;
  return {
    ...{ ok: true, observed, expected, ratio: observed / expected },
    interval: [low / mean, high / mean],
  };
}
