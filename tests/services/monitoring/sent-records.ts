import { randomUUID } from 'node:crypto';
import { evaluateMetric } from '#app/services/monitoring/evaluate-metric.ts';
import type { ReferenceDistribution } from '#db/queries/chart-baseline.server.ts';
import type { PlanMetric } from '#db/queries/monitoring-plan.server.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { PlannedChart } from '#db/schema/monitoring-plan.ts';
import { aRecord } from './a-record.ts';

export const month = (later: number) =>
  new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);

/** Six months of one metric. */
export const months = (metric: string, of: (place: number) => Partial<WatchedRecord>) =>
  Array.from({ length: 6 }, (_, place) =>
    aRecord({ metric, kind: 'mean', from: month(place), to: month(place + 1), ...of(place) }),
  );

export const planned = (metric: string, chart: PlannedChart): PlanMetric => ({
  ...{ organisationId: randomUUID(), id: randomUUID(), planId: randomUUID(), metric, chart },
  ...{ part: '', cohort: '', cohortWords: 'All', cadence: 'month' },
  ...{ owner: 'Ana', tier: 'board', direction: 'neutral', target: null, position: 0 },
  ...{ alertRules: [{ rule: 'board-alert' }], actions: [], falseAlarmsAYear: null },
});
/** A planned metric over records, with what is told of it. */
export const evaluated = (
  metric: string,
  chart: PlannedChart,
  records: WatchedRecord[],
  {
    references = [],
    ...more
  }: { planned?: Partial<PlanMetric>; references?: ReferenceDistribution[] } = {},
) => {
  const told = { records, history: records, baselines: [], references, today: '2026-01-01' };
  return evaluateMetric({ ...planned(metric, chart), ...more.planned }, [], told);
};
