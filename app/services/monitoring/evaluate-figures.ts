import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { evaluateCalibration, type EvaluatedCalibration } from './evaluate-calibration.ts';
import { evaluateMetric, type Evaluation, type Told } from './evaluate-metric.ts';
import type { WatchedPlan } from './evaluate-watched.ts';
import { expectedPerformance, type ExpectedPerformance } from './expected-performance.ts';
import { recordsOf } from './series.ts';

export type FiguresInput = {
  watched: WatchedPlan;
  told: Told;
  /** Tables of outcomes of the same place, of every cohort. */
  confusions: readonly WatchedRecord[];
};

export type Figures = {
  evaluation: Evaluation;
  /** Null of what is no score. */
  calibration: EvaluatedCalibration | null;
  expected: ExpectedPerformance | null;
};

/** Everything that the page of one metric draws, in no language. */
export function evaluateFigures({ watched, told, confusions }: FiguresInput): Figures {
  const { planned } = watched;
  const evaluation = evaluateMetric(planned, planned.subgroups, told);
  const scores = recordsOf(told.history, planned);
  const isOfScores = scores[0]?.kind === 'score-histogram' && evaluation.drift === null;
  if (!isOfScores) return { evaluation, calibration: null, expected: null };
  const ofCohort = confusions.filter(({ cohort }) => cohort === planned.cohort);
  return {
    evaluation,
    calibration: evaluateCalibration(scores, told.today),
    expected: expectedPerformance(recordsOf(told.records, planned), ofCohort, told.today),
  };
}
