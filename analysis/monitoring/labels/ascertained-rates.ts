import { DomainError } from '../../errors.ts';
import type { Interval, NotEstimable } from '../../estimate.ts';
import { wilsonInterval } from '../../groups/wilson-interval.ts';
import type { Confusion } from '../performance/confusion.ts';
import { rateNames, type RateName } from '../performance/rates-of-confusion.ts';
import type { Ascertainment } from './label-maturity.ts';

export type AscertainedRate =
  | {
      readonly ok: true;
      readonly value: number;
      readonly interval: Interval;
      /** Cases it rests on, after what weighting costs. */
      readonly effectiveN: number;
    }
  | NotEstimable;

export interface AscertainedCounts {
  /** Cases whose outcome is known. */
  readonly confusion: Confusion;
  readonly ascertainment: Ascertainment;
  /** Chance that the outcome of an unflagged case was looked up, in (0, 1]; of samples. */
  readonly sampledNegatives?: number | undefined;
  /** Cases flagged and not, labelled or not. */
  readonly flagged: number;
  readonly unflagged: number;
}

const needsUnflagged: ReadonlySet<RateName> = new Set([
  'sensitivity',
  'specificity',
  'falsePositiveRate',
  'negativePredictiveValue',
]);

/**
 * Rates that the way outcomes were found allows.
 *
 * All or routine outcomes: as counted. Flagged cases alone: the positive predictive value; the others 'not-ascertained'.
 * A sample of unflagged cases: each counts 1/π (Horvitz–Thompson), interval by Wilson at (Σ w)²/Σ w².
 *
 * @param counts known outcomes, how they were found, π, and all cases by flag.
 * @param level in (0, 1).
 * @returns each rate or the reason there is none. The selection rate needs no outcome.
 * @remarks Missing data: outcomes not looked up. No case in a denominator: 'too-few-cases'.
 * @throws DomainError 'count', 'probability' for π outside (0, 1].
 * @see Begg, C. B., Greenes, R. A. (1983). Assessment of diagnostic tests when disease verification is subject to
 *   selection bias. Biometrics 39, 207–215. https://doi.org/10.2307/2530820.
 */
export function ascertainedRates(
  counts: AscertainedCounts,
  level = 0.95,
): Record<RateName, AscertainedRate> {
  const { confusion, ascertainment, sampledNegatives = 1, flagged, unflagged } = counts;
  const { tp, fp, fn, tn } = confusion;
  if (![tp, fp, fn, tn, flagged, unflagged].every((count) => count >= 0 && count < Infinity)) {
    throw new DomainError('count');
  }
  if (!(sampledNegatives > 0 && sampledNegatives <= 1)) {
    throw new DomainError('probability', { p: sampledNegatives });
  }
  const w = ascertainment === 'sample' ? 1 / sampledNegatives : 1;
  /** Weighted sums of flagged (weight 1) and unflagged cases (weight w). */
  const rate = (hits: [number, number], all: [number, number]): AscertainedRate => {
    const weight = all[0] + w * all[1];
    if (!(weight > 0)) return { ok: false, reason: 'too-few-cases' };
    const effectiveN = weight ** 2 / (all[0] + w * w * all[1]);
    const value = (hits[0] + w * hits[1]) / weight;
    const n = Math.max(1, effectiveN);
    return { ok: true, value, interval: wilsonInterval(value * n, n, level), effectiveN };
  };
  const rates: Record<RateName, AscertainedRate> = {
    sensitivity: rate([tp, 0], [tp, fn]),
    specificity: rate([0, tn], [fp, tn]),
    falsePositiveRate: rate([fp, 0], [fp, tn]),
    positivePredictiveValue: rate([tp, 0], [tp + fp, 0]),
    negativePredictiveValue: rate([0, tn], [0, tn + fn]),
    selectionRate:
      flagged + unflagged > 0
        ? {
            ...{ ok: true, value: flagged / (flagged + unflagged) },
            interval: wilsonInterval(flagged, flagged + unflagged, level),
            effectiveN: flagged + unflagged,
          }
        : { ok: false, reason: 'too-few-cases' },
  };
  if (ascertainment !== 'flagged-only') return rates;
  const missing = { ok: false, reason: 'not-ascertained' } as const;
  return Object.fromEntries(
    rateNames.map((name) => [name, needsUnflagged.has(name) ? missing : rates[name]]),
  ) as Record<RateName, AscertainedRate>;
}
