import type { StampVerdict } from '#analysis/monitoring/oversight/stamp-verdict.ts';
import { evaluateMetric, type Evaluation, type Told } from './evaluate-metric.ts';
import type { PlannedMetric } from './internal.server.ts';
import { keptOf, type KeptMetric } from './kept-evaluation.ts';
import { calibrationOfMetric, type CalibrationOfMetric } from './metric-calibration.ts';
import { findStamp, type ToldOfPeople } from './oversight/find-stamp.ts';
import { signalsOf, type Signal, type Watching } from './signals.ts';

/** What is planned, and the day from which it is watched: what ended before raises nothing. */
export type WatchedPlan = { planned: PlannedMetric; since: string };
export type WatchedMetric = WatchedPlan & { evaluation: Evaluation };
/** With what bands, slope and groups are judged by; null of what is no score. */
export type JudgedMetric = WatchedMetric & { calibration: CalibrationOfMetric };

/** Everything that is computed from, as it was read. */
export type WatchedInput = { watched: WatchedPlan[]; told: Told };
export type SignalsInput = WatchedInput & Omit<Watching, 'since'> & { people: ToldOfPeople };

/** Of each planned metric, in their order: what is kept of it, and what it asks somebody to look at. */
export type FoundOfMetric = { kept: KeptMetric; signals: Signal[] };
/** The same with what is concluded of the people beside the system. */
export type FoundSignals = { metrics: FoundOfMetric[]; stamp: StampVerdict };

/** Everything that is planned, computed over what stands now. */
export function evaluateWatched({ watched, told }: WatchedInput): JudgedMetric[] {
  return watched.map((each) => {
    const evaluation = evaluateMetric(each.planned, each.planned.subgroups, told);
    const calibration = calibrationOfMetric(each.planned, evaluation, told);
    return { ...each, evaluation, calibration };
  });
}

/** The same, as far as it is kept and raises alerts. */
export function findSignals({ runsSince, today, people, ...input }: SignalsInput): FoundSignals {
  const metrics = evaluateWatched(input).map((watched) => ({
    kept: keptOf(watched),
    signals: signalsOf(watched.planned, watched.evaluation, {
      ...{ since: watched.since, runsSince, today },
    }),
  }));
  return { metrics, stamp: findStamp(people, today).stamp.verdict };
}
