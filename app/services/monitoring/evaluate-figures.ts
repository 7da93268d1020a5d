import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { EvaluatedCalibration } from './evaluate-calibration.ts';
import { evaluateMetric, type Evaluation, type Told } from './evaluate-metric.ts';
import type { WatchedPlan } from './evaluate-watched.ts';
import { expectedPerformance, type ExpectedPerformance } from './expected-performance.ts';
import { calibrationOfMetric } from './metric-calibration.ts';
import { recordsOf } from './series.ts';

export type FiguresInput = {
  watched: WatchedPlan;
  told: Told;
  /** Tables of outcomes of the same place, of every cohort. */
  confusions: readonly WatchedRecord[];
};

export type Figures = {
  evaluation: Evaluation;
  /** Null of what is no score, and of scores of which it cannot be computed. */
  calibration: EvaluatedCalibration | null;
  expected: ExpectedPerformance | null;
};

/** Everything that the page of one metric draws, in no language. */
export function evaluateFigures({ watched, told, confusions }: FiguresInput): Figures {
  const { planned } = watched;
  const evaluation = evaluateMetric(planned, planned.subgroups, told);
  const calibration = calibrationOfMetric(planned, evaluation, told);
  if (calibration === null || calibration === 'unsuited') {
    return { evaluation, calibration: null, expected: null };
  }
  const ofCohort = confusions.filter(({ cohort }) => cohort === planned.cohort);
  return {
    ...{ evaluation, calibration },
    expected: expectedPerformance(recordsOf(told.records, planned), ofCohort, told.today),
  };
}
