import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { evaluateMetric } from '#app/services/monitoring/evaluate-metric.ts';
import { metricPacks } from '#app/services/monitoring/metrics.ts';
import { metricSchema } from '#app/services/monitoring/plan-schema.ts';
import { plannedCharts } from '#app/services/monitoring/plan-words.ts';
import type { PlanMetric } from '#db/queries/monitoring-plan.server.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import type { PlannedChart } from '#db/schema/monitoring-plan.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);

const everybody: Omit<WatchedRecord, 'kind' | 'metric' | 'from' | 'to'> = {
  ...{ part: '', cohort: '', dimension: '', level: '', mode: 'live', version: '1.0', value: null },
  ...{ numerator: null, denominator: null, detail: null, scored: null, labelled: null },
  ...{ ascertainment: null, samplingProbability: null, maturesOn: null, isRestated: false },
  ...{ eligible: null, batchId: '' },
};
const months = (metric: string, of: (place: number) => Partial<WatchedRecord>) =>
  Array.from({ length: 6 }, (_, place): WatchedRecord => ({
    ...{ ...everybody, metric, kind: 'mean', from: month(place), to: month(place + 1) },
    ...of(place),
  }));

const planned = (metric: string, chart: PlannedChart): PlanMetric => ({
  ...{ organisationId: randomUUID(), id: randomUUID(), planId: randomUUID(), metric, chart },
  ...{ part: '', cohort: '', cohortWords: 'All', cadence: 'month', ownerUserId: null },
  ...{ owner: 'Ana', tier: 'board', direction: 'neutral', target: null, position: 0 },
  ...{ alertRules: [{ rule: 'board-alert' }], actions: [], falseAlarmsAYear: null },
});
const evaluated = (
  metric: string,
  chart: PlannedChart,
  records: WatchedRecord[],
  more: Partial<PlanMetric> = {},
) => {
  const told = { records, baselines: [], references: [], today: '2026-01-01' };
  return evaluateMetric({ ...planned(metric, chart), ...more }, [], told).chart;
};

const sent = {
  proportion: { kind: 'proportion', numerator: 3, denominator: 40 },
  rate: { kind: 'rate', numerator: 5, denominator: 2.5 },
  count: { kind: 'rate', numerator: 5, denominator: 1 },
  // Minutes that were saved: more than cases, and now and then fewer than none.
  continuous: { kind: 'mean', numerator: -900, denominator: 40 },
  'time-between': { kind: 'mean', numerator: 80, denominator: 4 },
  histogram: {
    kind: 'score-histogram',
    detail: { edges: [0, 0.5, 1], positives: [5, 9], negatives: [30, 6] },
  },
} as const;

const form = {
  ...{ cohortWords: 'All adults', cadence: 'month', owner: 'Ana', tier: 'exploratory' },
  direction: 'neutral',
};

describe('a chart of a plan', () => {
  const metrics = metricPacks.flatMap((pack) => pack.metrics);

  it.each(plannedCharts)('%s is refused of a metric of a pack, or can be drawn', (chart) => {
    for (const { code, data, record } of metrics) {
      const parsed = metricSchema.safeParse({ ...form, metric: code, chart });
      const refused = parsed.error?.issues.map(({ path, message }) => [...path, message]);
      if (refused) {
        expect(refused).toEqual([['chart', 'chart-unsuited']]);
        continue;
      }
      const records = months(record ?? code, (place) => {
        const one = sent[data];
        return 'numerator' in one ? { ...one, numerator: one.numerator + (place % 3) } : one;
      });
      expect(evaluated(code, chart, records), code).not.toMatchObject({ reason: 'unsuited' });
    }
  });

  it('usual ones are all allowed', () => {
    for (const { code, chart } of metrics) {
      expect(metricSchema.safeParse({ ...form, metric: code, chart }).success).toBe(true);
    }
  });

  it('of a sender’s own metric that does not suit what came is said, and nothing fails', () => {
    const minutes = months('minutes-saved', () => ({ numerator: 900, denominator: 40 }));
    for (const chart of ['p', 'p-prime'] as const) {
      expect(evaluated('minutes-saved', chart, minutes)).toMatchObject({ reason: 'unsuited' });
    }
    const lost = months('minutes-saved', () => ({ numerator: -900, denominator: 40 }));
    for (const chart of ['c', 'g', 't'] as const) {
      expect(evaluated('minutes-saved', chart, lost)).toMatchObject({ reason: 'unsuited' });
    }
    const shares = months('override', () => sent.proportion);
    const alertRules = [{ rule: 'risk-adjusted', oddsRatio: 1, limit: 4.5 }];
    expect(evaluated('override', 'risk-adjusted-cusum', shares, { alertRules })).toMatchObject({
      reason: 'unsuited',
    });
  });
});
