import { DomainError } from '../../errors.ts';
import type { Interval, NotEstimable } from '../../estimate.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { expectedConfusion } from './expected-confusion.ts';
import type { LogisticRecalibration } from './logistic-recalibration.ts';

/** Cases without an outcome in a bin of risk. */
export interface WaitingBin {
  readonly n: number;
  /** Mean risk of the bin, in (0, 1). */
  readonly risk: number;
  readonly isFlagged: boolean;
}

interface ExpectedRate {
  readonly value: number;
  readonly interval: Interval;
}

export type ExpectedRates =
  | {
      readonly ok: true;
      readonly isEstimate: true;
      /** Of all cases, how many will have the event. */
      readonly prevalence: ExpectedRate;
      /** Null where no event is expected, or nothing was flagged. */
      readonly sensitivity: ExpectedRate | null;
      readonly positivePredictiveValue: ExpectedRate | null;
    }
  | NotEstimable;

interface Side {
  readonly n: number;
  /** Expected events, their variance given the risks, and how they move with intercept and slope. */
  readonly mean: number;
  readonly variance: number;
  readonly gradient: readonly [number, number];
}

function sideOf(bins: readonly WaitingBin[], isFlagged: boolean): Side {
  let [n, mean, variance, alongSlope] = [0, 0, 0, 0];
  for (const bin of bins.filter((one) => one.isFlagged === isFlagged && one.n > 0)) {
    const spread = bin.n * bin.risk * (1 - bin.risk);
    n += bin.n;
    mean += bin.n * bin.risk;
    variance += spread;
    alongSlope += spread * Math.log(bin.risk / (1 - bin.risk));
  }
  return { n, mean, variance, gradient: [variance, alongSlope] };
}

/**
 * Rates to be expected of cases whose outcomes are not in yet, from calibrated risks, with intervals.
 *
 * TP = Σ_F n p, FN = Σ_U n p over flagged F and unflagged U; sensitivity TP/(TP + FN), predictive value TP/n_F,
 * prevalence (TP + FN)/n. Var R = Var_PB + gᵀ Σ g: Poisson-binomial, Var TP = Σ_F n p(1 − p) and alike, by the delta
 * method; Σ the covariance of intercept and slope of the cases whose outcomes are in, ∂TP/∂a = Σ_F n p(1 − p),
 * ∂TP/∂b = Σ_F n p(1 − p) logit p at a = 0, b = 1. Interval: logit R ± z √Var R/(R(1 − R)).
 *
 * @param bins cases, mean risk, flagged or not.
 * @param calibration of enough cases whose outcomes are in.
 * @param level in (0, 1).
 * @returns rates in (0, 1): where the outcomes of these very cases will lie, if risks mean what they meant. An
 *   estimate and to be called one: it cannot see that outcomes came to depend on other things, and closes no alert.
 * @remarks Missing data: outcomes. No case: 'too-few-cases'. Intervals of calibration in the large or slope that
 *   exclude 0 or 1, or no such interval: 'not-calibrated' (`expectedConfusion`).
 * @throws DomainError 'risk-bins' for risks outside (0, 1) or negative counts.
 * @see Garg, S., et al. (2022). Leveraging unlabeled data to predict out-of-distribution performance. ICLR.
 *   https://arxiv.org/abs/2201.04234; Hong, Y. (2013). On computing the distribution function for the Poisson binomial
 *   distribution. https://doi.org/10.1016/j.csda.2012.10.006. Coverage by simulation.
 */
export function expectedRates(
  bins: readonly WaitingBin[],
  calibration: LogisticRecalibration,
  level = 0.95,
): ExpectedRates {
  const wrong = bins.findIndex(
    ({ n, risk }) => !(n >= 0 && n < Infinity) || (n > 0 && !(risk > 0 && risk < 1)),
  );
  if (wrong >= 0) throw new DomainError('risk-bins', { bin: wrong });
  const found = expectedConfusion(
    bins.map(({ n, risk, isFlagged }) => ({ n, sumP: n > 0 ? n * risk : 0, isFlagged })),
    calibration,
  );
  if (!found.ok) return found;
  const line = calibration.ok && calibration.line.ok ? calibration.line : null;
  if (line === null) return { ok: false, reason: 'not-calibrated' };
  const z = normalQuantile((1 + level) / 2);
  const [flagged, others] = [sideOf(bins, true), sideOf(bins, false)];
  const [aa, ab, bb] = [
    line.intercept.standardError ** 2,
    line.covariance,
    line.slope.standardError ** 2,
  ];
  /** From a rate and its derivatives by TP and FN. */
  const rate = (value: number, byTp: number, byFn: number): ExpectedRate | null => {
    if (!(value > 0 && value < 1)) return null;
    const [a, b] = [0, 1].map(
      (of) => byTp * (flagged.gradient[of] ?? NaN) + byFn * (others.gradient[of] ?? NaN),
    );
    const ofCalibration = (a ?? 0) ** 2 * aa + 2 * (a ?? 0) * (b ?? 0) * ab + (b ?? 0) ** 2 * bb;
    const variance = byTp ** 2 * flagged.variance + byFn ** 2 * others.variance + ofCalibration;
    const logit = Math.log(value / (1 - value));
    const margin = (z * Math.sqrt(variance)) / (value * (1 - value));
    const back = (x: number) => 1 / (1 + Math.exp(-x));
    return { value, interval: [back(logit - margin), back(logit + margin)] };
  };
  const events = flagged.mean + others.mean;
  const n = flagged.n + others.n;
  const prevalence = rate(events / n, 1 / n, 1 / n);
  if (prevalence === null) return { ok: false, reason: 'too-few-cases' };
  return {
    ...{ ok: true, isEstimate: true, prevalence },
    sensitivity: rate(
      flagged.mean / events,
      others.mean / events ** 2,
      -flagged.mean / events ** 2,
    ),
    positivePredictiveValue:
      flagged.n > 0 ? rate(flagged.mean / flagged.n, 1 / flagged.n, 0) : null,
  };
}
