import type { NotEstimable } from '../../estimate.ts';
import type { Table } from '../../table/table.ts';
import { checkCases } from '../outcomes/check-cases.ts';
import { binRisks, type BinRule, type RiskBin } from './bin-risks.ts';
import { brierScore, type BrierScore } from './brier-score.ts';
import { calibrationBins, type CalibrationBin } from './calibration-bins.ts';
import { calibrationCurve, type CalibrationCurve } from './calibration-curve.ts';
import { calibrationError, type CalibrationError } from './calibration-error.ts';
import { hosmerLemeshow, type HosmerLemeshow } from './hosmer-lemeshow.ts';
import { logisticRecalibration, type LogisticRecalibration } from './logistic-recalibration.ts';
import { observedExpectedRatio, type ObservedExpectedRatio } from './observed-expected-ratio.ts';
import { readPredictions } from './read-predictions.ts';
import { validationIndices, type ValidationIndices } from './validation-indices.ts';
import { sum } from '../../numeric/sum.ts';

export interface CalibrationOptions {
  readonly outcome: string;
  readonly probability: string;
  readonly bins?: number | undefined;
  readonly level?: number | undefined;
  /** Whether the risks were fitted to these rows; default no. */
  readonly isDevelopment?: boolean | undefined;
}

interface BinnedError {
  readonly bins: readonly CalibrationBin[];
  readonly error: CalibrationError;
}

export interface CalibrationReport {
  readonly n: number;
  readonly missing: number;
  /** Risks of exactly 0 or 1, which have no logit: left out of intercept and slope. */
  readonly certain: number;
  readonly meanRisk: number | null;
  readonly prevalence: number | null;
  readonly ratio: ObservedExpectedRatio;
  readonly recalibration: LogisticRecalibration;
  readonly indices: ValidationIndices;
  readonly scores: BrierScore;
  readonly curve: CalibrationCurve;
  readonly hosmerLemeshow: HosmerLemeshow;
  readonly byBins: Record<BinRule, BinnedError>;
}

/**
 * Whether predicted risks are what happens.
 *
 * See `observedExpectedRatio`, `logisticRecalibration`, `brierScore`, `calibrationCurve`, `calibrationError`,
 * `validationIndices`, `hosmerLemeshow`.
 *
 * @param table named columns.
 * @param options outcome of 0 and 1, probability, number of bins, confidence level, whether the risks were fitted
 *   to these rows.
 * @returns the parts, each a result or the reason there is none.
 * @remarks Missing data: rows without outcome or probability are left out and counted.
 * @throws DomainError of `readPredictions`; 'probability' outside [0, 1].
 * @see the parts. Reference values: rms 6.5.0, R 4.2.2.
 */
export function reportCalibration(table: Table, options: CalibrationOptions): CalibrationReport {
  const { outcome, probability, bins: count = 10, level = 0.95, isDevelopment } = options;
  const { n, missing, outcomes, scores } = readPredictions(table, outcome, [probability]);
  const [risks = new Float64Array()] = scores;
  checkCases(outcomes, risks);
  const groups = [...risks].map((risk, i) => ({ n: 1, events: outcomes[i] ?? NaN, risk }));
  const possible = groups.filter(({ risk }) => risk > 0 && risk < 1);
  const recalibration = logisticRecalibration(possible, level);
  const indices = (): ValidationIndices | NotEstimable => {
    if (!recalibration.ok) return recalibration;
    const { deviance, recalibratedDeviance, line } = recalibration;
    if (recalibratedDeviance === null) {
      return line.ok ? { ok: false, reason: 'no-convergence' } : line;
    }
    const events = possible.reduce((all, group) => all + group.events, 0);
    return validationIndices(possible.length, events, deviance, recalibratedDeviance);
  };
  const binned = (rule: BinRule): RiskBin[] => binRisks(outcomes, risks, rule, count);
  const errorBy = (rule: BinRule): BinnedError => {
    const bins = binned(rule);
    return { bins: calibrationBins(bins, level), error: calibrationError(bins) };
  };
  return {
    ...{ n, missing, certain: n - possible.length, recalibration, indices: indices() },
    meanRisk: n > 0 ? sum(risks) / n : null,
    prevalence: n > 0 ? sum(outcomes) / n : null,
    ratio: observedExpectedRatio(sum(outcomes), sum(risks), n, level),
    scores: brierScore(outcomes, risks),
    curve: calibrationCurve(outcomes, risks),
    hosmerLemeshow: hosmerLemeshow(binned('equal-count'), { isDevelopment }),
    byBins: { 'equal-width': errorBy('equal-width'), 'equal-count': errorBy('equal-count') },
  };
}
