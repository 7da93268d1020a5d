import { DomainError } from '../errors.ts';
import type { Interval } from '../estimate.ts';
import { betaQuantile } from '../numeric/beta-quantile.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface ProportionIntervals {
  readonly x: number;
  readonly n: number;
  readonly proportion: number;
  /** Wilson's score interval: the one to report. */
  readonly wilson: Interval;
  readonly wilsonContinuityCorrected: Interval;
  /** Exact: never too narrow, mostly too wide. */
  readonly clopperPearson: Interval;
  /** p̂ ± z √(p̂(1 − p̂)/n): too narrow near 0 and 1, may leave [0, 1]. */
  readonly wald: Interval;
}

/**
 * The usual confidence intervals of one proportion.
 *
 * Wilson (score); the same at p̂ ± c/n, c = min(½, |x − n/2|); Clopper–Pearson from beta quantiles; Wald.
 *
 * @param x how many of the n have the property, whole, 0 ≤ x ≤ n.
 * @param n independent observations, ≥ 1.
 * @param level confidence level in (0, 1).
 * @returns intervals of the proportion.
 * @remarks Missing data: counted neither in x nor in n.
 * @throws DomainError 'proportion'.
 * @see Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion. Statistics in Medicine
 *   17, 857–872. https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E. Reference
 *   values: R 4.2.2 `prop.test`, `binom.test`.
 */
export function proportionIntervals(x: number, n: number, level = 0.95): ProportionIntervals {
  if (!(Number.isInteger(x) && Number.isInteger(n) && n >= 1 && x >= 0 && x <= n)) {
    throw new DomainError('proportion', { x, n });
  }
  const p = x / n;
  const z = normalQuantile((1 + level) / 2);
  const tail = (1 - level) / 2;
  const correction = Math.min(0.5, Math.abs(x - n / 2)) / n;
  const score = (centre: number, sign: number) => {
    const half = (z * z) / (2 * n);
    const margin = z * Math.sqrt((centre * (1 - centre)) / n + half / (2 * n));
    return (centre + half + sign * margin) / (1 + 2 * half);
  };
  const [low, high] = [p - correction, p + correction];
  const margin = z * Math.sqrt((p * (1 - p)) / n);
  return {
    ...{ x, n, proportion: p },
    wilson: wilsonInterval(x, n, level),
    wilsonContinuityCorrected: [low <= 0 ? 0 : score(low, -1), high >= 1 ? 1 : score(high, 1)],
    clopperPearson: [
      x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
      x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
    ],
    wald: [p - margin, p + margin],
  };
}
