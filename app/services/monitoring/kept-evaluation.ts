import { z } from 'zod';
import type { StampVerdict } from '#analysis/monitoring/oversight/stamp-verdict.ts';
import type {
  EvaluationInputs,
  StoredEvaluation,
} from '#db/queries/deployment-evaluation.server.ts';
import { attuneVersion } from '../../version.ts';
import {
  calibrationVerdict,
  calibrationVerdictSchema,
  unknownCalibration,
} from './calibration-verdict.ts';
import { comparisonOf, comparisons, findingOf, findingSchema, gapsOf } from './metric-finding.ts';
import { alertTiers } from './plan-words.ts';
import type { JudgedMetric } from './evaluate-watched.ts';

const metricSchema = z.object({
  id: z.uuid(),
  metric: z.string(),
  part: z.string(),
  cohort: z.string(),
  tier: z.enum(alertTiers),
  finding: findingSchema,
  comparison: z.enum(comparisons),
  /** Null of what is no score, and where it was computed before that was kept. */
  calibration: calibrationVerdictSchema.nullable().default(null),
  gaps: z.array(z.object({ dimension: z.string(), level: z.string() })),
  looksAYear: z.number(),
  falseAlarmsPerLook: z.number(),
});
export type KeptMetric = z.infer<typeof metricSchema>;

/** What is kept of a computation: what the board reads of each metric. */
export function keptOf({ planned, evaluation, calibration }: JudgedMetric): KeptMetric {
  const { id, metric, part, cohort, tier } = planned;
  const { looksAYear, perLook } = evaluation.falseAlarms;
  return {
    ...{ id, metric, part, cohort, tier, looksAYear, falseAlarmsPerLook: perLook },
    ...{ finding: findingOf({ planned, evaluation }), gaps: gapsOf(evaluation) },
    comparison: comparisonOf(evaluation),
    calibration:
      calibration === 'unsuited'
        ? unknownCalibration
        : calibration && calibrationVerdict(calibration),
  };
}

/** Raised when a computation finds other things in the same inputs. */
const computation = 14;

/** Equal for equal inputs computed in the same way: whatever else is kept is out of date. */
export function inputsOf(inputs: EvaluationInputs): string {
  const { plans, batches, withdrawals, baselines, references } = inputs;
  const sent = `${batches}-${withdrawals}`;
  return [attuneVersion, computation, plans, sent, baselines, references].join(' ');
}

/** Whether there is anything to compute: what was sent may tell of people beside the system without a plan. */
export const isComputable = ({ plans, batches }: EvaluationInputs) => plans > 0 || batches > 0;

export type KeptEvaluation = {
  asOf: string;
  metrics: KeptMetric[];
  /** Whether review may be a rubber stamp; null where it was computed before that was kept. */
  stamp: StampVerdict | null;
  isFresh: boolean;
};

/** What was found last, and whether it is what would be found now; null without, or of another version's shape. */
export function readKept(
  stored: StoredEvaluation | undefined,
  inputs: EvaluationInputs,
  today: string,
): KeptEvaluation | null {
  if (!stored) return null;
  const metrics = z.array(metricSchema).safeParse(stored.metrics);
  if (!metrics.success) return null;
  const { asOf, stamp } = stored;
  const isFresh = asOf === today && stored.inputs === inputsOf(inputs);
  return { asOf, metrics: metrics.data, stamp, isFresh };
}
