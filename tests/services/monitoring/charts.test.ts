import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { chartsOf, getWatchedMetric } from '#app/services/monitoring/get-watched-metric.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { readPlans } from '#app/services/monitoring/internal.server.ts';
import { languages } from '#surveys/model/languages.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';
import {
  adopted,
  enter,
  frozenBins,
  newPlace,
  type Place,
  type RecordOf,
} from './watched-place.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const edges = [0, 0.25, 0.5, 0.75, 1];
const scores = (later: number, positives: number[]): RecordOf => ({
  ...{ metric: 'scores', kind: 'score-histogram' },
  ...{ periodFrom: month(later), periodTo: month(later + 1) },
  detail: { edges, positives, negatives: [900, 600, 300, 100] },
});
const overrides = (level: string, numerator: number): RecordOf => ({
  ...{ metric: 'override', kind: 'proportion', numerator, denominator: 400 },
  ...(level === '' ? {} : { dimension: 'interpreter', level }),
  ...{ periodFrom: month(0), periodTo: month(1) },
});

describeOnDatabases('figures of what is watched', () => {
  let workspace: Workspace;
  let owner: Member;
  let at: Place;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    at = await newPlace(owner, workspace.siteIds[0] ?? '');
    await enter(at, [
      ...[scores(0, [100, 200, 300, 300]), scores(1, [100, 200, 300, 300])],
      scores(2, [600, 100, 100, 100]),
      ...[overrides('', 300), overrides('yes', 40), overrides('no', 44), overrides('cards', 160)],
    ]);
    const subgroups = [{ dimension: 'interpreter', reference: 'no', margin: 0.05 }];
    await adopted(at, [
      { metric: 'override', subgroups },
      { metric: 'score-drift' },
      { metric: 'calibration' },
      { metric: 'risk-adjusted-outcome' },
    ]);
    const counts = [1000, 800, 600, 400];
    await frozenBins(at, 'score-drift', '', { edges: edges.slice(1, -1), counts }, month(1));
  });

  const pages = async (language: string, of = at) => {
    const reader = await getMonitoringReader(
      new Request('http://attune.example/', { headers: { 'Accept-Language': language } }),
    );
    const { current } = await withActor(owner, (tx) => readPlans(tx, of));
    const ids = { systemId: of.systemId, deploymentId: of.deploymentId };
    return Promise.all(
      (current?.metrics ?? []).map(({ id }) =>
        getWatchedMetric(owner, reader, { ...ids, metricId: id }),
      ),
    );
  };

  it('groups are dots with intervals over the margin, and the title says which have a gap', async () => {
    const [page] = await pages('en');
    const chart = page?.groups[0]?.chart;
    expect(chart).toMatchObject({ kind: 'interval', band: { low: -5, high: 5 } });
    expect(chart?.title).toBe('Interpreter: a gap for cards');
    const rows = chart?.rows ?? [];
    expect(rows.map(({ label }) => label)).toEqual(['cards', 'yes']);
    const cards = rows.find(({ label }) => label === 'cards');
    expect(cards && 'estimate' in cards ? cards.estimate : null).toBeCloseTo(29, 6);
  });

  it('groups are called by the words of the catalogue, and by the code of the sender without', async () => {
    const [page] = await pages('ar');
    const chart = page?.groups[0]?.chart;
    expect(chart?.rows.map(({ label }) => label)).toEqual(['cards', 'نعم']);
    expect(chart?.sentence).toContain('لا');
    expect(page?.calibration).toBeNull();
  });

  it('a unit stands in the headings of the table, once', async () => {
    const place = await newPlace(owner, workspace.siteIds[0] ?? '');
    const later = [0, 1, 2, 3].map((at) => ({ periodFrom: month(at), periodTo: month(at + 1) }));
    await enter(
      place,
      later.flatMap((own, at): RecordOf[] => [
        { metric: 'override', kind: 'proportion', numerator: 40 + at, denominator: 400, ...own },
        {
          ...{ metric: 'review-time', kind: 'quantiles', value: 30 + at, ...own },
          detail: { n: 200, q1: 20, median: 30 + at, q3: 50 },
        },
      ]),
    );
    await adopted(place, [{ metric: 'override' }, { metric: 'review-time' }]);
    const headingsOf = async (language: string) =>
      (await pages(language, place)).map(({ chart }) =>
        chart?.kind === 'control' ? [chart.headings.value, chart.headings.upper, chart.unit] : [],
      );
    expect(await headingsOf('en')).toEqual([
      ['Value (%)', 'Upper limit (%)', 'Percent'],
      ['Value (seconds)', 'Upper limit (seconds)', 'Value (seconds)'],
    ]);
    expect((await headingsOf('ar')).map(([value]) => value)).toEqual([
      'القيمة (%)',
      'القيمة (ثوانٍ)',
    ]);
    const [page] = await pages('en');
    expect(page?.groups[0]?.chart?.headings?.estimate).toBe('Difference (percentage points)');
  });

  it('drift is drawn by three measures, each with its limit at that number of cases', async () => {
    const [, page] = await pages('en');
    const charts = page?.drift?.charts ?? [];
    expect(charts.map(({ id }) => id.split('-')[0])).toEqual(['psi', 'distance', 'ks']);
    for (const { points, title } of charts) {
      expect(points.map(({ state }) => state)).toEqual(['usual', 'change']);
      expect(points.every(({ upper }) => upper !== null && upper > 0)).toBe(true);
      expect(title).toContain('Mar 2025');
    }
  });

  it('observed shares stand beside predicted risks, with intervals', async () => {
    const [, , page] = await pages('en');
    const chart = page?.calibration?.chart;
    const [observed, right] = chart?.series ?? [];
    expect(observed?.points.map(({ x }) => x)).toEqual([0.125, 0.375, 0.625, 0.875]);
    expect(observed?.points[0]?.y).toBeCloseTo(800 / 3500, 6);
    expect(observed?.points.every(({ low, y, high }) => (low ?? 1) < y && y < (high ?? 0))).toBe(
      true,
    );
    expect(right?.points.every(({ x, y }) => x === y)).toBe(true);
  });

  it('what each threshold brings stands in a table: shares of flagged cases and net benefit', async () => {
    const [, , page] = await pages('en');
    const rows = page?.calibration?.thresholds ?? [];
    expect(rows.map(({ threshold }) => threshold)).toEqual([0.25, 0.5, 0.75]);
    const n = 2700 + 5700;
    const [tp, fp] = [2700 - 800, 3000];
    expect(rows[0]?.alertsPer100).toBeCloseTo((100 * (tp + fp)) / n, 9);
    expect(rows[0]?.predictiveValue?.value).toBeCloseTo(tp / (tp + fp), 9);
    expect(rows[0]?.toEvaluate).toBeCloseTo((tp + fp) / tp, 9);
    expect(rows[0]?.netBenefit).toBeCloseTo((tp - fp / 3) / n, 9);
    expect(rows[0]?.netBenefitOfAll).toBeCloseTo((2700 - 5700 / 3) / n, 9);
  });

  it('observed less expected events are a line with words for up and down, beside the sums', async () => {
    const [, , , page] = await pages('en');
    expect(page?.chart?.kind).toBe('control');
    const line = page?.observedExpected;
    // 900 events a month; the middles of the quarters expect 0.125 · 1000 + 0.375 · 800 and so on.
    const expected = [1000, 800, 600, 400].map((n, bin) => n * (0.125 + bin / 4));
    const last = [1500, 700, 400, 200].map((n, bin) => n * (0.125 + bin / 4));
    const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
    const differences = [900 - sum(expected), 1800 - 2 * sum(expected)];
    differences.push(2700 - 2 * sum(expected) - sum(last));
    expect(line?.points.map(({ value }) => value?.toFixed(6))).toEqual(
      differences.map((value) => value.toFixed(6)),
    );
    const variance = [0.125, 0.375, 0.625, 0.875].map(
      (p, bin) => p * (1 - p) * ([1000, 800, 600, 400][bin] ?? 0),
    );
    expect(line?.points[0]?.upper).toBeCloseTo(1.959964 * Math.sqrt(sum(variance)), 3);
    expect(line?.title).toBe(
      'Outcomes for their risk: 475 fewer events than expected up to Mar 2025',
    );
    expect(line?.sentence).toContain('Up means that more events happened than expected');
    expect(line && chartsOf(page)).toContain(line);
  });

  it('there are no thresholds where the outcome was looked for in some alone', async () => {
    const thresholdsOf = async (ascertainment: 'all' | 'flagged-only') => {
      const place = await newPlace(owner, workspace.siteIds[0] ?? '');
      await adopted(place, [{ metric: 'calibration' }]);
      await enter(place, [{ ...scores(0, [100, 200, 300, 300]), ascertainment }]);
      return (await pages('en', place))[0]?.calibration?.thresholds.length;
    };
    expect(await thresholdsOf('all')).toBe(3);
    expect(await thresholdsOf('flagged-only')).toBe(0);
  });

  it('the area under the curve is of scores in the same bins', async () => {
    const place = await newPlace(owner, workspace.siteIds[0] ?? '');
    const finer: RecordOf = {
      ...scores(2, []),
      detail: {
        edges: [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1],
        positives: [5, 5, 5, 5, 5, 5, 5, 5],
        negatives: [40, 5, 5, 5, 5, 5, 5, 5],
      },
    };
    const alike = [scores(0, [100, 200, 300, 300]), scores(1, [100, 200, 300, 300])];
    await adopted(place, [{ metric: 'calibration' }]);
    const found = async () => {
      const calibration = (await pages('en', place))[0]?.calibration;
      return { ...calibration?.rows[0], thresholds: calibration?.thresholds.length };
    };
    await enter(place, alike);
    const before = await found();
    await enter(place, [finer]);
    const after = await found();
    expect(before).toMatchObject({ isAreaOfPart: false, thresholds: 3 });
    expect(after).toMatchObject({ isAreaOfPart: true, area: before.area, thresholds: 0 });
    expect(after.n).toBe((before.n ?? 0) + 115);
  });

  it.each(languages)('has words for all of it in %s', async (language) => {
    const charts = (await pages(language)).flatMap(chartsOf);
    expect(charts.length).toBeGreaterThanOrEqual(6);
    for (const { title, subtitle, sentence, notMeaning, notes = [] } of charts) {
      for (const text of [title, subtitle, sentence, notMeaning, ...notes]) {
        expect(text).not.toMatch(/^[a-z]+\.[a-zA-Z.]+$|\{\{/u);
        expect(text).not.toBe('');
      }
    }
  });
});
