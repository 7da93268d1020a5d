import { DomainError } from '../../errors.ts';
import type { Interval, NotEstimable } from '../../estimate.ts';
import { wilsonInterval } from '../../groups/wilson-interval.ts';

export interface AdjudicatedAdvice {
  /** Advice found wrong afterwards, and how much of it had been accepted. */
  readonly wrong: number;
  readonly wrongAccepted: number;
  /** Advice found right afterwards, and how much of it had been overridden. */
  readonly right: number;
  readonly rightOverridden: number;
  /** Errors planted on purpose, and how many of them passed. */
  readonly seeded?: number | undefined;
  readonly seededPassed?: number | undefined;
}

export type BiasRate =
  { readonly ok: true; readonly value: number; readonly interval: Interval } | NotEstimable;

export interface AutomationBias {
  readonly acceptWhenWrong: BiasRate;
  readonly overrideWhenRight: BiasRate;
  readonly seededErrorsPassed: BiasRate;
}

/**
 * Whether people follow a system where it is wrong, and leave it where it is right.
 *
 * P(accepted | wrong), P(overridden | right), P(passed | planted), each with Wilson's interval.
 *
 * @param advice counts after adjudication.
 * @param minimum fewest cases of a denominator.
 * @param level in (0, 1).
 * @returns rates in [0, 1]; a high first one beside quick reviews is a rubber stamp.
 * @remarks Missing data: advice that nobody adjudicated is not counted; the rates hold for what was drawn to be judged.
 *   Below the minimum: 'too-few-cases'.
 * @throws DomainError 'count'.
 * @see Goddard, K., Roudsari, A., Wyatt, J. C. (2012). Automation bias: a systematic review. JAMIA 19, 121–127.
 *   https://doi.org/10.1136/amiajnl-2011-000089.
 */
export function automationBias(
  advice: AdjudicatedAdvice,
  minimum = 10,
  level = 0.95,
): AutomationBias {
  const rate = (x: number, n: number): BiasRate => {
    if (!(x >= 0 && x <= n && n < Infinity)) throw new DomainError('count', { count: x, size: n });
    if (n < Math.max(1, minimum)) return { ok: false, reason: 'too-few-cases' };
    return { ok: true, value: x / n, interval: wilsonInterval(x, n, level) };
  };
  const { wrong, wrongAccepted, right, rightOverridden, seeded = 0, seededPassed = 0 } = advice;
  return {
    acceptWhenWrong: rate(wrongAccepted, wrong),
    overrideWhenRight: rate(rightOverridden, right),
    seededErrorsPassed: rate(seededPassed, seeded),
  };
}
