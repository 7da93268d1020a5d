import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findingOf } from '#app/services/monitoring/metric-finding.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { sayFinding } from '#app/services/monitoring/read-metric.ts';
import type { ReferenceDistribution } from '#db/queries/chart-baseline.server.ts';
import type { PlannedChart } from '#db/schema/monitoring-plan.ts';
import { evaluated, month, months, planned } from './sent-records.ts';

type Sent = Parameters<typeof months>[1];
const found = (
  metric: string,
  chart: PlannedChart,
  records: ReturnType<typeof months>,
  references: ReferenceDistribution[] = [],
) =>
  findingOf({
    planned: { ...planned(metric, chart), subgroups: [] },
    evaluation: evaluated(metric, chart, records, { references }),
  });

const scores = (edges: number[]): Sent => {
  const counts = edges.slice(1).map(() => 200);
  return () => ({
    kind: 'score-histogram',
    detail: { edges, positives: counts, negatives: counts },
  });
};

it('without a chart the reason is said, and is not always that there is too little', () => {
  const same = months('minutes-saved', () => ({ numerator: 80, denominator: 40 }));
  expect(found('minutes-saved', 'xmr', same).says).toBe('no-variation');
  expect(found('minutes-saved', 'xmr', same.slice(0, 1)).says).toBe('too-few');
  const sure = months('scores', () => ({
    kind: 'score-histogram',
    detail: { edges: [0, 1], positives: [3], negatives: [7], sum_p: [10] },
  }));
  expect(found('risk-adjusted-outcome', 'automatic', sure).says).toBe('risk-unusable');
});

it('other bins than those of the reference are not called few cases', () => {
  const reference = (cases: number): ReferenceDistribution => ({
    ...{ organisationId: randomUUID(), id: randomUUID(), deploymentId: randomUUID(), number: 1 },
    ...{ metric: 'score-drift', part: '', cohort: '', reason: 'A quiet year', recordedBy: 'x' },
    ...{ appliesFrom: month(0), createdAt: new Date(), approvedBy: 'x' },
    ...{ baselineFrom: null, baselineTo: null },
    bins: { edges: [0.5], counts: [cases, cases] },
  });
  const told = (edges: number[], cases: number) =>
    found('score-drift', 'none', months('scores', scores(edges)), [reference(cases)]).says;
  expect(told([0, 0.5, 1], 2400)).toBe('no-drift');
  expect(told([0, 0.5, 1], 2)).toBe('drift-unknown');
  expect(told([0, 0.25, 1], 2400)).toBe('other-bins');
});

it('a time is read with its unit, a share without', async () => {
  const reader = await getMonitoringReader(new Request('http://attune.example/'));
  const say = (metric: string, records: ReturnType<typeof months>) =>
    sayFinding(reader, { metric, part: '', cohort: '' }, found(metric, 'automatic', records));
  const times = months('correction-time', (place) => ({
    ...{ numerator: 60 * (10 + (place % 3)), denominator: 60 },
  }));
  expect(say('correction-time', times).sentence).toMatch(/: 1\d(?:\.\d)? \((?:seconds|minutes)\)/u);
  const shares = months('override', (place) => ({
    ...{ kind: 'proportion', numerator: 20 + (place % 3), denominator: 100 },
  }));
  expect(say('override', shares).sentence).toMatch(/^Overrides: 2\d% in/u);
});

it('a sum of outcomes less risks is not said to speak of single risks', async () => {
  const reader = await getMonitoringReader(new Request('http://attune.example/'));
  const finding = found('override', 'automatic', []);
  const usual = { ...finding, says: 'usual' as const, from: month(0), to: month(1) };
  const say = (data: 'histogram' | 'proportion') =>
    sayFinding(reader, { metric: 'calibration', part: '', cohort: '' }, { ...usual, data })
      .sentence;
  expect(say('histogram')).toContain('the number of outcomes is as predicted within chance');
  expect(say('proportion')).toContain('nothing beyond chance');
});

it('up to a part of a period says which days the part has', async () => {
  const reader = await getMonitoringReader(new Request('http://attune.example/'));
  const finding = found('override', 'automatic', []);
  const half = { from: '2025-03-01', to: '2025-03-16', data: 'histogram' as const, isPart: true };
  const what = { metric: 'calibration', part: '', cohort: '' };
  const { sentence } = sayFinding(reader, what, { ...finding, ...half, says: 'usual' });
  expect(sentence).toContain('up to Mar 15, 2025 (with a part of a period, Mar 1 – 15, 2025)');
});
