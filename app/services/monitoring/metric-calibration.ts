import type { PlanMetric } from '#db/queries/monitoring-plan.server.ts';
import { evaluateCalibration, type EvaluatedCalibration } from './evaluate-calibration.ts';
import { unlessUnsuited, type Evaluation, type Told } from './evaluate-metric.ts';
import { recordsOf } from './series.ts';

/** Unsuited: there are scores, and such that it cannot be computed of them. */
export type CalibrationOfMetric = EvaluatedCalibration | 'unsuited' | null;

/** Calibration of a metric of scores, as its page draws it and as the board's verdict reads it; null of others. */
export function calibrationOfMetric(
  planned: PlanMetric,
  { drift }: Pick<Evaluation, 'drift'>,
  { history, today }: Pick<Told, 'history' | 'today'>,
): CalibrationOfMetric {
  const scores = recordsOf(history, planned);
  const isOfScores = scores[0]?.kind === 'score-histogram' && drift === null;
  if (!isOfScores) return null;
  return unlessUnsuited<CalibrationOfMetric>(() => evaluateCalibration(scores, today), 'unsuited');
}
