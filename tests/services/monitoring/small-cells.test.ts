import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { chartToCsv } from '#app/components/charts/chart-csv.ts';
import { renderChartSvg } from '#app/components/charts/chart-svg.tsx';
import { evaluateDeployment } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getAlert, shownEvidence } from '#app/services/monitoring/get-alerts.server.ts';
import { chartsOf, getWatchedMetric } from '#app/services/monitoring/get-watched-metric.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { fewestShown } from '#app/services/monitoring/series.ts';
import { shownThresholds } from '#app/services/monitoring/shown-thresholds.ts';
import { watchDeployment } from './watch-deployment.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { Member } from '#db/actor.server.ts';
import { listAlerts } from '#db/queries/alert-course.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine } from '#tests/support/machine.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import {
  adopted,
  enter,
  frozenBins,
  frozenLimits,
  newPlace,
  type MetricOf,
  type Place,
  type RecordOf,
} from './watched-place.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const period = (later: number) => ({ periodFrom: month(later), periodTo: month(later + 1) });
const share = (later: number, numerator: number, denominator: number): RecordOf => ({
  ...{ metric: 'override', kind: 'proportion', numerator, denominator, ...period(later) },
});
const group = (level: string, numerator: number, denominator: number): RecordOf => ({
  ...{ ...share(0, numerator, denominator), dimension: 'interpreter', level },
});
const reader = () =>
  getMonitoringReader(
    new Request('http://attune.example/', { headers: { 'Accept-Language': 'en' } }),
  );

/** Every number in it, however deep, with the name it stands under. */
function numbersIn(value: unknown, name = ''): { name: string; value: number }[] {
  if (typeof value === 'number') return [{ name, value }];
  if (Array.isArray(value)) return value.flatMap((each) => numbersIn(each, name));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, key));
}

it('no two cuts through scores have few cases between them: neither two thresholds nor one and a risk band', () => {
  const random = seededGenerator(8);
  let shown = 0;
  for (let draw = 0; draw < 1000; draw += 1) {
    const draws = () => Array.from({ length: 12 }, () => Math.floor(random() ** 4 * 40));
    const bins = { positives: draws(), negatives: draws() };
    const sizes = bins.positives.map((count, bin) => count + (bins.negatives[bin] ?? 0));
    const total = sizes.reduce((sum, n) => sum + n, 0);
    const bands = [Math.floor(total / 3), Math.floor(total / 3), total - 2 * Math.floor(total / 3)];
    const edges = Array.from({ length: 13 }, (_, edge) => edge / 12);
    const rows = shownThresholds(
      { ...bins, edges },
      bands.map((n) => ({ n, isShown: true })),
    );
    const below = rows.map(({ threshold }) =>
      sizes.slice(0, edges.indexOf(threshold)).reduce((sum, n) => sum + n, 0),
    );
    const limits = [0, bands[0] ?? 0, 2 * (bands[0] ?? 0), total];
    const gaps = below.flatMap((cut, row) =>
      [...below.slice(0, row), ...limits].map((other) => Math.abs(cut - other)),
    );
    expect(gaps.every((gap) => gap === 0 || gap >= fewestShown)).toBe(true);
    expect(below.every((cut) => cut > 0 && cut < total)).toBe(true);
    shown += rows.length;
  }
  expect(shown).toBeGreaterThan(1000);
});

it('an older alert of few cases shows no number of theirs', () => {
  const evidence = { rule: 'limit', value: 3 / 7, n: 7, lower: 0, upper: 0.4, centre: 0.1 };
  expect(shownEvidence(evidence)).toEqual({ rule: 'limit', centre: 0.1 });
  expect(shownEvidence({ ...evidence, n: 70 })).toEqual({ ...evidence, n: 70 });
});

describeOnDatabases('few cases', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const watched = async (records: readonly RecordOf[], metric: MetricOf) => {
    const at = await newPlace(owner, workspace.siteIds[0] ?? '');
    await enter(at, records);
    await adopted(at, [metric]);
    return at;
  };
  const pageOf = async (at: Place) => {
    const { watched: all } = await withActor(owner, (tx) => watchDeployment(tx, at, '2026-11-26'));
    const ids = { systemId: at.systemId, deploymentId: at.deploymentId };
    return getWatchedMetric(owner, await reader(), {
      ...{ ...ids, metricId: all[0]?.planned.id ?? '' },
    });
  };
  const filesOf = (page: Awaited<ReturnType<typeof pageOf>>) => {
    const labels = { showTable: '', notMeaningTitle: '', n: 'n', estimate: '', low: '', high: '' };
    const view = { labels: { ...labels, remark: '' }, locale: 'en', direction: 'ltr' as const };
    return chartsOf(page).flatMap((chart) => [
      chartToCsv(chart, view),
      renderChartSvg(chart, view),
    ]);
  };
  const readable = async (at: Place) => {
    const page = await pageOf(at);
    return { page, text: [JSON.stringify(page), ...filesOf(page)].join('\n') };
  };
  const counts = ({ page }: Awaited<ReturnType<typeof readable>>) =>
    numbersIn(page).filter(({ name }) => ['n', 'cases', 'counts'].includes(name));
  const aYear = Array.from({ length: 14 }, (_, later) => share(later, 40 + (later % 5), 400));

  it('of a period are told neither by its number nor by its limits, nor by the alert', async () => {
    const records = aYear.map((record, later) => (later === 13 ? share(13, 6, 7) : record));
    const at = await watched(records, { metric: 'override' });
    await frozenLimits(at, 'override', month(0), month(12));
    const found = await readable(at);
    expect(found.text).toContain('fewer than 10 cases');
    expect(found.text).not.toContain('85.71');
    const chart = found.page.chart;
    const point = chart?.kind === 'control' ? chart.points.at(-1) : undefined;
    expect(point).toMatchObject({ value: null, lower: null, upper: null });
    await evaluateDeployment(at, month(14));
    const [listed] = await withActor(owner, (tx) => listAlerts(tx, at));
    expect(listed?.alert.kind).toBe('signal');
    const alert = await getAlert(owner, await reader(), { alertId: listed?.alert.id ?? '' });
    expect(Object.keys(alert.evidence)).toEqual(
      expect.arrayContaining(['rule', 'side', 'centre', 'isFew']),
    );
    const said = JSON.stringify([listed?.alert.evidence, alert]);
    for (const name of ['"n":7', '0.857', '"upper"', '"lower"']) expect(said).not.toContain(name);
  });

  it('of one person are no share either', async () => {
    const at = await watched([...aYear.slice(0, 13), share(13, 1, 1)], { metric: 'override' });
    const { page } = await readable(at);
    const chart = page.chart;
    expect(chart?.kind === 'control' && chart.points.at(-1)?.value).toBeNull();
    expect(page.reading.sentence).toContain('fewer than 10 cases');
  });

  it('of a period cannot be had as the sum of all less the others', async () => {
    const metric = { metric: 'override', chart: 'risk-adjusted-cusum' as const };
    const notes = async (last: RecordOf) => {
      const { page } = await readable(await watched([...aYear.slice(0, 13), last], metric));
      return page.chart?.notes?.join('\n') ?? '';
    };
    expect(await notes(share(13, 40, 400))).toContain('5,600');
    const few = await notes(share(13, 6, 7));
    for (const trace of ['5,207', '5,200']) expect(few).not.toContain(trace);
  });

  it('of a period are not in the sum of observed less expected events', async () => {
    const metric = { metric: 'override', chart: 'risk-adjusted-cusum' as const };
    const lineOf = async (records: readonly RecordOf[]) =>
      (await readable(await watched(records, metric))).page.observedExpected;
    const values = (line: Awaited<ReturnType<typeof lineOf>>) =>
      line?.points.flatMap(({ value }) => (value === null ? [] : [value]));
    const whole = await lineOf(aYear);
    const without = await lineOf(aYear.map((one, later) => (later === 13 ? share(13, 6, 7) : one)));
    expect(values(without)).toEqual(values(whole)?.slice(0, 13));
    expect(without?.points.at(-1)).toMatchObject({ upper: null, note: 'fewer than 10 cases' });
    expect(without?.subtitle).toContain('5,200');
    expect(without?.notes?.join(' ')).toContain('left out');
    expect(whole?.notes?.join(' ')).not.toContain('left out');
  });

  it('of a group cannot be had from everybody, from the others, or from differences', async () => {
    const own = [group('yes', 3, 7), group('no', 30, 300), group('sometimes', 40, 93)];
    for (const reference of ['', 'no', 'yes']) {
      const subgroups = [{ dimension: 'interpreter', reference, margin: 0.05 }];
      const at = await watched([share(0, 73, 400), ...own], { metric: 'override', subgroups });
      const found = await readable(at);
      const rows = found.page.groups[0]?.rows ?? [];
      const shown = rows.filter(({ n }) => n !== null);
      expect(shown.map(({ level }) => level)).toEqual(['no']);
      expect(counts(found).every(({ value }) => value === 0 || value >= fewestShown)).toBe(true);
      // 3 of 7, 40 of 93: neither is there, in no figure and no file.
      for (const trace of ['0.428', '42.8', '0.430', '43.0', '"n":7', '"n":93']) {
        expect(found.text, reference).not.toContain(trace);
      }
      // The attack: everybody else's share from a row and its difference, and so how many they are.
      const [row] = shown;
      const rest = reference === '' && row ? (row.value ?? 0) - (row.difference ?? 0) : null;
      if (rest !== null) expect(rest).toBeCloseTo(43 / 100, 6);
      if (reference === 'yes') {
        expect(rows.every(({ difference, needed }) => difference === null && needed === null)).toBe(
          true,
        );
      }
    }
  });

  it('of a group cannot be had by looking after every month and after a correction', async () => {
    const at = await newPlace(owner, workspace.siteIds[0] ?? '', month(0));
    const subgroups = [{ dimension: 'interpreter', reference: 'no', margin: 0.05 }];
    await adopted(at, [{ metric: 'override', subgroups }]);
    const machine = await createMachine(owner, at);
    const send = async (later: number, yes: number, no: number) => {
      const of = (denominator: number, more = {}) => ({
        ...{ metric: 'override', kind: 'proportion', numerator: 1, denominator, ...more },
        period: { start: month(later), end: month(later + 1) },
      });
      const group = (level: string) => ({ subgroup: { dimension: 'interpreter', level } });
      const records = [of(yes + no, { numerator: 2 }), of(yes, group('yes')), of(no, group('no'))];
      const sent = { deployment: machine.deployment, model_version: '1.0', records };
      const answer = await machine.send(sent);
      expect(answer.status).toBe(201);
      const { page, text } = await readable(at);
      const rows = page.groups[0]?.rows ?? [];
      return [rows.find(({ level }) => level === 'yes')?.n, text.includes('counted up to')];
    };
    expect(await send(0, 12, 60)).toEqual([12, false]);
    expect(await send(1, 5, 70)).toEqual([12, true]);
    expect(await send(2, 6, 80)).toEqual([23, false]);
    // Put right by two: as little to be seen as two new ones.
    expect(await send(1, 7, 70)).toEqual([23, true]);
    expect(await send(3, 3, 60)).toEqual([23, true]);
    expect(await send(4, 11, 60)).toEqual([39, false]);
  });

  it('whom no group names cannot be had as everybody less the groups', async () => {
    const at = await watched([share(0, 73, 400), group('yes', 30, 90), group('no', 40, 303)], {
      metric: 'override',
      subgroups: [{ dimension: 'interpreter', reference: '', margin: 0.05 }],
    });
    const { page } = await readable(at);
    expect(page.groups[0]?.rows.map(({ n }) => n)).toEqual([303, null]);
  });

  it('of a bin of scores or of a period are not told by drift', async () => {
    const bins = [400, 300, 200, 3];
    const scores = [4, 5].map((later): RecordOf => ({
      ...{ metric: 'scores', kind: 'score-histogram', ...period(later) },
      detail: {
        ...{ edges: [0, 0.25, 0.5, 0.75, 1], negatives: [0, 0, 0, 0] },
        positives: later === 4 ? [390, 310, 190, 7] : [1, 2, 0, 4],
      },
    }));
    const at = await watched(scores, { metric: 'score-drift' });
    await frozenBins(at, 'score-drift', '', { edges: [0.25, 0.5, 0.75], counts: bins }, month(4));
    const found = await readable(at);
    expect(counts(found).map(({ value }) => value)).toEqual([897]);
    expect(found.page.drift?.periods[1]).toMatchObject({ isKnown: false, isFew: true });
    expect(found.page.drift?.charts).toHaveLength(3);
  });

  it('of a group, or with an outcome, are not told by calibration', async () => {
    const scores = (positives: number[], negatives: number[], level = ''): RecordOf => ({
      ...{ metric: 'scores', kind: 'score-histogram', ...period(0) },
      ...(level === '' ? {} : { dimension: 'interpreter', level }),
      detail: { edges: [0, 0.25, 0.5, 0.75, 1], positives, negatives },
    });
    const at = await watched(
      [
        scores([5, 30, 40, 9], [200, 90, 30, 4]),
        scores([1, 2, 1, 0], [2, 0, 1, 1], 'yes'),
        scores([2, 28, 39, 9], [150, 90, 29, 3], 'no'),
        scores([2, 0, 0, 0], [48, 0, 0, 0], 'sometimes'),
      ],
      { metric: 'calibration' },
    );
    const found = await readable(at);
    const rows = found.page.calibration?.rows ?? [];
    expect(rows.map(({ level, n }) => [level, n])).toEqual(
      expect.arrayContaining([
        ['', 408],
        ['yes', null],
        ['sometimes', null],
        ['no', 350],
      ]),
    );
    expect(rows.find(({ level }) => level === 'yes')).toMatchObject({ ratio: null, area: null });
    expect(counts(found).every(({ value }) => value >= fewestShown)).toBe(true);
  });
});
