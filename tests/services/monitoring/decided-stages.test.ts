import { expect, it } from 'vitest';
import { decidedStages } from '#app/services/monitoring/decided-stages.ts';
import type { SeriesPoint } from '#app/services/monitoring/series.ts';
import type { ChartBaseline } from '#db/queries/chart-baseline.server.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const points = (length: number, mature = length) =>
  Array.from({ length }, (_, place): SeriesPoint => ({
    ...{ from: month(place), to: month(place + 1), x: 1, n: 10, value: 0.1, versions: [] },
    ...{ isRestated: false, isFew: false, maturity: place < mature ? 'mature' : 'immature' },
  }));
const decisions = (...list: [from: number, to: number | null][]) =>
  list.map(([from, to]) => ({
    ...{ appliesFrom: month(from), baselineTo: to === null ? null : month(to) },
  })) as ChartBaseline[];

it('without a decision there is one stage', () => {
  expect(decidedStages(points(5), [])).toEqual({ stages: [{ from: 0 }], pendingFrom: null });
});

it('a stage begins with its second complete period, and not before', () => {
  const all = decisions([0, 6], [8, null]);
  const waiting = { stages: [{ from: 0, baseline: 6 }], pendingFrom: month(8) };
  expect(decidedStages(points(9), all)).toEqual(waiting);
  expect(decidedStages(points(14, 9), all)).toEqual(waiting);
  expect(decidedStages(points(10), all)).toEqual({
    stages: [{ from: 0, baseline: 6 }, { from: 8 }],
    pendingFrom: null,
  });
});

it('a decision of periods that are not there says that it waits', () => {
  expect(decidedStages(points(5), decisions([8, 20]))).toMatchObject({ pendingFrom: month(8) });
  expect(decidedStages(points(5), decisions([0, 1]))).toEqual({
    stages: [{ from: 0 }],
    pendingFrom: month(0),
  });
});

it('one period before new limits has none of its own', () => {
  expect(decidedStages(points(9), decisions([0, 0], [1, 4])).stages).toEqual([
    { from: 0, baseline: 4 },
  ]);
});
