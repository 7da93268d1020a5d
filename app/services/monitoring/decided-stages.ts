import type { StageStart } from '#analysis/monitoring/charts/control-chart.ts';
import type { ChartBaseline } from '#db/queries/chart-baseline.server.ts';
import type { SeriesPoint } from './series.ts';

export type DecidedStages = {
  stages: StageStart[];
  /** First day of the newest limits that were decided and cannot be computed yet. */
  pendingFrom: string | null;
};

/** Limits need two numbers that are complete. */
const isEnough = (points: readonly SeriesPoint[]) =>
  points.filter(({ maturity, value }) => maturity === 'mature' && !Number.isNaN(value)).length > 1;

/**
 * Stages as decided; without a decision one stage, with limits from all of it. A stage whose limits cannot be
 * computed yet does not begin: until then the limits before it go on, and so do their alarms.
 */
export function decidedStages(
  points: readonly SeriesPoint[],
  baselines: readonly ChartBaseline[],
): DecidedStages {
  let end = points.length;
  let pendingFrom: string | null = null;
  const stages: StageStart[] = [];
  for (const [place, { appliesFrom, baselineTo }] of [...baselines.entries()].reverse()) {
    const found = points.findIndex(({ from }) => from >= appliesFrom);
    const from = place === 0 ? 0 : found;
    const own = found < 0 ? [] : points.slice(from, end);
    const first = own.filter(({ to }) => baselineTo === null || to <= baselineTo);
    if (!isEnough(first)) {
      pendingFrom ??= stages.length === 0 ? appliesFrom : null;
      continue;
    }
    stages.unshift({ from, baseline: baselineTo === null ? undefined : first.length });
    end = from;
  }
  const [begun] = stages;
  // What is too short to have limits of its own belongs to what comes after it.
  if (begun && !isEnough(points.slice(0, begun.from))) {
    const baseline = begun.baseline === undefined ? undefined : begun.baseline + begun.from;
    stages[0] = { from: 0, baseline };
  } else if (begun?.from !== 0) stages.unshift({ from: 0 });
  return { stages, pendingFrom };
}
