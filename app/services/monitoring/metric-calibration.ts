import type { PlanMetric } from '#db/queries/monitoring-plan.server.ts';
import { evaluateCalibration, type EvaluatedCalibration } from './evaluate-calibration.ts';
import { unlessUnsuited, type Evaluation, type Told } from './evaluate-metric.ts';
import { recordsOf } from './series.ts';

/** Calibration of a metric of scores, as its page draws it and as the board's verdict reads it; null of others. */
export function calibrationOfMetric(
  planned: PlanMetric,
  { drift }: Pick<Evaluation, 'drift'>,
  { history, today }: Pick<Told, 'history' | 'today'>,
): EvaluatedCalibration | null {
  const scores = recordsOf(history, planned);
  const isOfScores = scores[0]?.kind === 'score-histogram' && drift === null;
  return isOfScores ? unlessUnsuited(() => evaluateCalibration(scores, today), null) : null;
}
