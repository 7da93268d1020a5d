import { DomainError } from '../../errors.ts';
import type { NotEstimable } from '../../estimate.ts';
import type { Confusion } from './confusion.ts';
import type { LogisticRecalibration } from './logistic-recalibration.ts';

/** Cases without an outcome by bin of risk. */
export interface UnlabelledBin {
  readonly n: number;
  readonly sumP: number;
  readonly isFlagged: boolean;
}

export type ExpectedConfusion =
  { readonly ok: true; readonly isEstimate: true; readonly expected: Confusion } | NotEstimable;

/**
 * The confusion to be expected before outcomes are in, from calibrated risks.
 *
 * tp = Σ_{flagged} p, fp = Σ_{flagged} (1 − p), fn = Σ_{others} p, tn = Σ_{others} (1 − p).
 *
 * @param bins cases and Σ p, flagged or not.
 * @param calibration of the last mature period.
 * @returns expected counts, an estimate and to be called one: it cannot see that outcomes came to depend on other things,
 *   and closes no alert.
 * @remarks Missing data: outcomes. No case: 'too-few-cases'. Risks whose intervals of intercept or slope exclude 0 or 1,
 *   or whose calibration is not known: 'not-calibrated'.
 * @throws DomainError 'risk-bins'.
 * @see Garg, S., et al. (2022). Leveraging unlabeled data to predict out-of-distribution performance. ICLR.
 *   https://arxiv.org/abs/2201.04234; NannyML,
 *   confidence-based performance estimation.
 */
export function expectedConfusion(
  bins: readonly UnlabelledBin[],
  calibration: LogisticRecalibration,
): ExpectedConfusion {
  const wrong = bins.findIndex(({ n, sumP }) => !(n >= 0 && sumP >= 0 && sumP <= n));
  if (wrong >= 0) throw new DomainError('risk-bins', { bin: wrong });
  if (!bins.some(({ n }) => n > 0)) return { ok: false, reason: 'too-few-cases' };
  const holds = (value: number, interval: readonly [number, number]) =>
    interval[0] <= value && value <= interval[1];
  const isCalibrated =
    calibration.ok &&
    calibration.line.ok &&
    holds(0, calibration.inTheLarge.interval) &&
    holds(1, calibration.line.slope.interval);
  if (!isCalibrated) return { ok: false, reason: 'not-calibrated' };
  const expected = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { n, sumP, isFlagged } of bins) {
    expected[isFlagged ? 'tp' : 'fn'] += sumP;
    expected[isFlagged ? 'fp' : 'tn'] += n - sumP;
  }
  return { ok: true, isEstimate: true, expected };
}
