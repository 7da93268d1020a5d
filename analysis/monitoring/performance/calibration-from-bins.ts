import { DomainError } from '../../errors.ts';
import type { RiskBin } from './bin-risks.ts';
import { calibrationBins, type CalibrationBin } from './calibration-bins.ts';
import { calibrationError, type CalibrationError } from './calibration-error.ts';
import { logisticRecalibration, type LogisticRecalibration } from './logistic-recalibration.ts';
import { observedExpectedRatio, type ObservedExpectedRatio } from './observed-expected-ratio.ts';
import { sumBy } from '../../numeric/sum-by.ts';

export interface BinnedCalibration {
  readonly n: number;
  readonly ratio: ObservedExpectedRatio;
  /** From the mean risks of bins: nearly that of the rows when bins are narrow. */
  readonly recalibration: LogisticRecalibration;
  readonly error: CalibrationError;
  readonly bins: readonly CalibrationBin[];
  /** Mean squared error of the risks; null without Σ (y − p)². */
  readonly brier: number | null;
}

/**
 * Calibration from sums by bin of predicted risk, as they leave a hospital.
 *
 * O/E and Brier exactly; ECE of the bins given; intercept and slope with every case at the mean risk of its bin.
 *
 * @param bins cases, events and Σ p of each bin.
 * @param sumBrier Σ (y − p)² over all cases, if known.
 * @param level confidence level in (0, 1).
 * @returns the parts, each a result or the reason there is none.
 * @remarks Missing data: not in the sums. Empty bins are passed over.
 * @throws DomainError 'risk-bins' where events or Σ p exceed the cases.
 * @see Van Calster, B., et al. (2019). https://doi.org/10.1186/s12916-019-1466-7.
 */
export function calibrationFromBins(
  bins: readonly RiskBin[],
  sumBrier?: number,
  level = 0.95,
): BinnedCalibration {
  const sound = (x: number, n: number) => x >= 0 && x <= n;
  const wrong = bins.findIndex(
    ({ n, events, sumP }) => !(n >= 0 && n < Infinity && sound(events, n) && sound(sumP, n)),
  );
  if (wrong >= 0) throw new DomainError('risk-bins', { bin: wrong });
  const n = sumBy(bins, (bin) => bin.n);
  const groups = bins.map((bin) => ({ n: bin.n, events: bin.events, risk: bin.sumP / bin.n }));
  return {
    n,
    ratio: observedExpectedRatio(
      sumBy(bins, ({ events }) => events),
      sumBy(bins, ({ sumP }) => sumP),
      n,
      level,
    ),
    recalibration: logisticRecalibration(groups, level),
    error: calibrationError(bins),
    bins: calibrationBins(bins, level),
    brier: sumBrier === undefined || n === 0 ? null : sumBrier / n,
  };
}
