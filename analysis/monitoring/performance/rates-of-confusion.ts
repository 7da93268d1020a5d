import { DomainError } from '../../errors.ts';
import type { Interval } from '../../estimate.ts';
import { wilsonInterval } from '../../groups/wilson-interval.ts';
import type { Confusion } from './confusion.ts';

/** A share of n cases; null where there are none. */
export interface Rate {
  readonly x: number;
  readonly n: number;
  readonly value: number | null;
  readonly interval: Interval | null;
}

export const rateNames = [
  'sensitivity',
  'specificity',
  'falsePositiveRate',
  'positivePredictiveValue',
  'negativePredictiveValue',
  'selectionRate',
] as const;

export type RateName = (typeof rateNames)[number];

/**
 * The rates that four counts give, each with Wilson's interval.
 *
 * Sensitivity tp/(tp + fn), specificity tn/(tn + fp), false positive rate fp/(fp + tn), predictive values
 * tp/(tp + fp) and tn/(tn + fn), selection rate (tp + fp)/n.
 *
 * @param confusion four counts ≥ 0.
 * @param level confidence level in (0, 1).
 * @returns rates in [0, 1].
 * @remarks Missing data: not in the counts. A denominator of 0: null. Where outcomes are known of flagged cases
 *   alone, sensitivity and specificity mean nothing: see `ascertainedRates`.
 * @throws DomainError 'count'.
 * @see Altman, D. G., Bland, J. M. (1994). https://doi.org/10.1136/bmj.308.6943.1552. Reference values: R 4.2.2
 *   `prop.test(correct = FALSE)`.
 */
export function ratesOfConfusion(confusion: Confusion, level = 0.95): Record<RateName, Rate> {
  const { tp, fp, fn, tn } = confusion;
  for (const count of [tp, fp, fn, tn]) {
    if (!(count >= 0 && count < Infinity)) throw new DomainError('count', { count });
  }
  const rate = (x: number, n: number): Rate =>
    n > 0
      ? { x, n, value: x / n, interval: n >= 1 ? wilsonInterval(x, n, level) : null }
      : { x, n, value: null, interval: null };
  return {
    sensitivity: rate(tp, tp + fn),
    specificity: rate(tn, tn + fp),
    falsePositiveRate: rate(fp, fp + tn),
    positivePredictiveValue: rate(tp, tp + fp),
    negativePredictiveValue: rate(tn, tn + fn),
    selectionRate: rate(tp + fp, tp + fp + fn + tn),
  };
}
