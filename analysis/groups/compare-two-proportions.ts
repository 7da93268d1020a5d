import type { Interval, NotEstimable } from '../estimate.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { wilsonInterval } from './wilson-interval.ts';

interface Ratio {
  /** 0 or Infinity where a cell is empty, null for 0/0; then without an interval. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

export type TwoProportions =
  | {
      readonly ok: true;
      /** p₂ − p₁ with Newcombe's hybrid score interval. */
      readonly riskDifference: { readonly value: number; readonly interval: Interval };
      /** p₂/p₁, interval by Katz on the logarithm. */
      readonly riskRatio: Ratio;
      /** ad/bc, Wald interval on the logarithm (Woolf). */
      readonly oddsRatio: Ratio;
    }
  | NotEstimable;

/**
 * Two independent proportions: difference, ratio, odds ratio.
 *
 * Newcombe: d − √((p₂ − l₂)² + (u₁ − p₁)²), d + √((u₂ − p₂)² + (p₁ − l₁)²), l and u by Wilson; ln RR ± z √(1/b −
 * 1/n₁ + 1/d − 1/n₂); ln OR ± z √(1/a + 1/b + 1/c + 1/d).
 *
 * @param counts [a, b, c, d]: group 1 without and with the property, group 2 likewise.
 * @param level confidence level in (0, 1).
 * @returns group 2 against group 1: above 0, above 1: more often in group 2.
 * @remarks Missing data: not in the counts. An empty group: 'too-few-respondents'.
 * @throws DomainError of `wilsonInterval`.
 * @see Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics
 *   in Medicine 17, 873–890, method 10.
 *   https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I; Katz, D. et al. (1978).
 *   https://doi.org/10.2307/2530610; Woolf, B. (1955). https://doi.org/10.1111/j.1469-1809.1955.tb01348.x. By
 *   formula in R 4.2.2.
 */
export function compareTwoProportions(counts: readonly number[], level = 0.95): TwoProportions {
  const [a = 0, b = 0, c = 0, d = 0] = counts;
  const [n1, n2] = [a + b, c + d];
  if (n1 === 0 || n2 === 0) return { ok: false, reason: 'too-few-respondents' };
  const z = normalQuantile((1 + level) / 2);
  const [p1, p2] = [b / n1, d / n2];
  const [l1, u1] = wilsonInterval(b, n1, level);
  const [l2, u2] = wilsonInterval(d, n2, level);
  const difference = p2 - p1;
  const ratio = (value: number, variance: number): Ratio => {
    if (Number.isNaN(value)) return { value: null, interval: null };
    const margin = z * Math.sqrt(variance);
    const isOpen = value === 0 || !Number.isFinite(margin);
    return {
      value,
      interval: isOpen ? null : [value * Math.exp(-margin), value * Math.exp(margin)],
    };
  };
  return {
    ok: true,
    riskDifference: {
      value: difference,
      interval: [
        difference - Math.hypot(p2 - l2, u1 - p1),
        difference + Math.hypot(u2 - p2, p1 - l1),
      ],
    },
    riskRatio: ratio(p2 / p1, 1 / b - 1 / n1 + 1 / d - 1 / n2),
    oddsRatio: ratio((a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d),
  };
}
