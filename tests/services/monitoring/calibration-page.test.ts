import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { addDays } from '#app/days.ts';
import { chartsOf, getWatchedMetric } from '#app/services/monitoring/get-watched-metric.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { watchDeployment } from './watch-deployment.ts';
import { today } from '#app/today.ts';
import { logisticRecalibration } from '#analysis/monitoring/performance/logistic-recalibration.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { adopted, enter, frozenBins, newPlace, type RecordOf } from './watched-place.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const period = (later: number) => ({ periodFrom: month(later), periodTo: month(later + 1) });
const edges = [0, 0.2, 0.4, 0.6, 0.8, 1];
const risks = [0.1, 0.3, 0.5, 0.7, 0.9];
const counts = [200, 100, 60, 40, 20];
const reader = () =>
  getMonitoringReader(
    new Request('http://attune.example/', { headers: { 'Accept-Language': 'en' } }),
  );

/** A month whose events are as frequent as predicted, times a factor. */
const scores = (later: number, factor = 1): RecordOf => {
  const positives = counts.map((n, bin) => Math.round(n * (risks[bin] ?? 0) * factor));
  return {
    ...{ metric: 'scores', kind: 'score-histogram', ...period(later) },
    ...{ ascertainment: 'all', maturesOn: month(later + 1) },
    detail: {
      ...{ edges, positives, negatives: counts.map((n, bin) => n - (positives[bin] ?? 0)) },
      ...{ unlabelled: counts.map(() => 0), sum_p: counts.map((n, bin) => n * (risks[bin] ?? 0)) },
    },
  };
};
/** A month whose outcomes come later. */
const waiting = (later: number, times = 1): RecordOf => ({
  ...{ ...scores(later), maturesOn: addDays(today(), 60) },
  detail: {
    ...{ edges, positives: counts.map(() => 0), negatives: counts.map(() => 0) },
    ...{ unlabelled: counts.map((n) => Math.round(n * times)), sum_p: counts.map(() => 0) },
  },
});
const confusion = (later: number): RecordOf => ({
  ...{ metric: 'confusion', kind: 'confusion', part: '0.4', ...period(later) },
  detail: { threshold: 0.4, tp: 76, fp: 44, fn: 50, tn: 250 },
});

describeOnDatabases('calibration and what follows from it', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const pageOf = async (records: readonly RecordOf[], metric = 'calibration', part = '') => {
    const at = await newPlace(owner, workspace.siteIds[0] ?? '');
    await enter(at, records);
    await adopted(at, [{ metric, part }]);
    if (metric === 'input-drift') {
      const bins = { edges: [40, 60], counts: [300, 400, 290], missing: 10, outOfRange: 4 };
      await frozenBins(at, metric, part, bins, month(6));
    }
    const { watched } = await withActor(owner, (tx) => watchDeployment(tx, at, today()));
    const { systemId, deploymentId } = at;
    return getWatchedMetric(owner, await reader(), {
      ...{ systemId, deploymentId, metricId: watched[0]?.planned.id ?? '' },
    });
  };

  it('is shown of periods one after the other, with the numbers of the periods alone', async () => {
    const { calibration } = await pageOf(
      [0, 1, 2].map((later) => scores(later, later < 2 ? 1 : 1.1)),
    );
    const rows = calibration?.times.rows ?? [];
    // A month has 126 events of 420.
    expect(rows.map(({ label, n }) => [label, n])).toEqual([
      ['Jan 2025', 420],
      ['Feb 2025', 420],
      ['Mar 2025', 420],
    ]);
    expect(rows[0]?.ratio?.value).toBeCloseTo(1, 10);
    const last = risks.map((risk, bin) => ({
      ...{ n: counts[bin] ?? 0, risk, events: Math.round((counts[bin] ?? 0) * risk * 1.1) },
    }));
    const fit = logisticRecalibration(last);
    expect(rows[2]?.intercept?.value).toBeCloseTo(fit.ok ? fit.inTheLarge.value : NaN, 8);
    const slope = fit.ok && fit.line.ok ? fit.line.slope.value : NaN;
    expect(rows[2]?.slope?.value).toBeCloseTo(slope, 8);
    expect(calibration?.times.charts.map(({ points }) => points.length)).toEqual([3, 3]);
  });

  it('periods of few outcomes are put together, and say from when until when', async () => {
    const small = (later: number): RecordOf => {
      const own = scores(later);
      const halve = (name: string) => (own.detail?.[name] as number[]).map((value) => value / 2);
      const detail = { positives: halve('positives'), negatives: halve('negatives') };
      return { ...own, detail: { ...own.detail, ...detail, sum_p: halve('sum_p') } };
    };
    const { calibration } = await pageOf([0, 1, 2, 3, 4].map(small));
    expect(calibration?.times.rows.map(({ label, n }) => [label, n])).toEqual([
      ['Jan – Feb 2025', 420],
      ['Mar – Apr 2025', 420],
    ]);
  });

  /** A month with as many events as predicted, of risks that are too extreme, or too alike. */
  const leaning = (later: number, positives: number[]): RecordOf => {
    const detail = { positives, negatives: counts.map((n, bin) => n - (positives[bin] ?? 0)) };
    const own = scores(later);
    return { ...own, detail: { ...own.detail, ...detail } };
  };

  it('the slope is part of the finding, of a figure of its own and of what each row says', async () => {
    const extreme = [40, 24, 24, 22, 16];
    const { calibration } = await pageOf([scores(0), scores(1), leaning(2, extreme)]);
    const [ratio, slope] = calibration?.times.charts ?? [];
    expect(ratio?.title).toContain('as many outcomes as predicted at every time');
    expect(ratio?.title).toContain('the slope is not 1 at 1 of 3 times, last in Mar 2025');
    expect(slope?.title).toContain('risks too extreme');
    expect(slope?.points.map(({ state }) => state)).toEqual(['usual', 'usual', 'change']);
    const last = calibration?.times.rows.at(-1)?.slope;
    expect(slope?.points.at(-1)).toMatchObject({
      ...{ value: last?.value, centre: 1, note: 'risks too extreme' },
      ...{ lower: last?.interval?.[0], upper: last?.interval?.[1] },
    });
    expect(calibration?.times.rows.map(({ state }) => state)).toEqual(['holds', 'holds', 'off']);
    const alike = await pageOf([scores(0), leaning(1, [5, 15, 36, 40, 20])]);
    expect(alike.calibration?.times.charts[1]?.points[1]?.note).toBe('risks too alike');
  });

  it('risks that lie on one point have no slope, and nothing is said of it', async () => {
    const one = (later: number): RecordOf => ({
      ...scores(later),
      detail: { edges: [0, 1], positives: [150], negatives: [150], unlabelled: [0], sum_p: [150] },
    });
    const { calibration } = await pageOf([one(0), one(1)]);
    expect(calibration?.times.rows.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    const [ratio, ...others] = calibration?.times.charts ?? [];
    expect(ratio?.title).toContain('the slope cannot be told');
    expect(others).toEqual([]);
  });

  it('bands of risk say from when to when they count, and why the table goes further', async () => {
    const few = (later: number): RecordOf => {
      const own = scores(later);
      const negatives = [...((own.detail?.['negatives'] as number[] | undefined) ?? [])];
      const positives = [...((own.detail?.['positives'] as number[] | undefined) ?? [])];
      const sums = [...((own.detail?.['sum_p'] as number[] | undefined) ?? [])];
      // Three people more of the highest risk would be told by a look before and a look after.
      [positives[4], negatives[4], sums[4]] = [2, 1, 2.7];
      return { ...own, detail: { ...own.detail, positives, negatives, sum_p: sums } };
    };
    const same = (await pageOf([scores(0), scores(1)])).calibration;
    expect(same?.chart?.subtitle).toContain('Jan 1, 2025 to Feb 28, 2025');
    expect(same?.chart?.title).toContain('up to Feb 28, 2025');
    expect(same?.chart?.notes).toHaveLength(1);
    const at = await newPlace(owner, workspace.siteIds[0] ?? '');
    await enter(at, [scores(0)]);
    await enter(at, [few(1)]);
    await adopted(at, [{ metric: 'calibration' }]);
    const { watched } = await withActor(owner, (tx) => watchDeployment(tx, at, today()));
    const { systemId, deploymentId } = at;
    const metricId = watched[0]?.planned.id ?? '';
    const page = await getWatchedMetric(owner, await reader(), {
      ...{ systemId, deploymentId, metricId },
    });
    expect(page.calibration?.rows[0]?.n).toBe(823);
    expect(page.calibration?.chart?.subtitle).toContain('Jan 1, 2025 to Jan 31, 2025');
    expect(page.calibration?.chart?.title).toContain('up to Jan 31, 2025');
    expect(page.calibration?.chart?.notes?.join()).toContain(
      'The bands end on Jan 31, 2025, everybody in the table below on Feb 28, 2025',
    );
    expect(page.calibration?.counted).toEqual({ from: 'Jan 1, 2025', to: 'Jan 31, 2025' });
  });

  it('gives estimates of what waits, hollow, where risks were right', async () => {
    const page = await pageOf([
      ...[0, 1, 2].map((later) => scores(later)),
      waiting(3),
      confusion(2),
    ]);
    expect(page.expected?.text).toBe('');
    const [sensitivity, predictive] = page.expected?.charts ?? [];
    expect(sensitivity?.points.map(({ isHollow }) => isHollow)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    // Of 126 expected events 76 lie at 0.4 or above; 76 of 120 flagged.
    expect(sensitivity?.points.at(-1)?.value).toBeCloseTo((100 * 76) / 126, 8);
    expect(predictive?.points.at(-1)?.value).toBeCloseTo((100 * 76) / 120, 8);
    expect(sensitivity?.points[0]?.value).toBeCloseTo((100 * 76) / 126, 8);
    expect(sensitivity?.points.at(-1)?.note).toContain('estimate');
    expect(chartsOf(page)).toContain(sensitivity);
  });

  it('says why there is no estimate', async () => {
    const text = async (records: RecordOf[]) => (await pageOf(records)).expected?.text;
    const right = [0, 1, 2].map((later) => scores(later));
    const wrong = [0, 1, 2].map((later) => scores(later, 0.7));
    expect(await text([...wrong, waiting(3), confusion(2)])).toContain('risks were not right');
    expect(await text([...right, confusion(2)])).toContain('every period');
    expect(await text([...right, waiting(3)])).toContain('no table of outcomes');
    expect(await text([waiting(3), confusion(2)])).toContain('fewer than 100');
    expect(await text([...right, waiting(3, 0.06), confusion(2)])).toContain('too few cases');
  });

  const inputs = (later: number, missing: number, outOfRange = 2, all = 990): RecordOf => ({
    ...{ metric: 'inputs', kind: 'input-histogram', part: 'lactate', ...period(later) },
    detail: {
      ...{ edges: [40, 60], counts: [all / 3, all / 3, all / 3], missing },
      out_of_range: outOfRange,
    },
  });
  const quiet = [8, 12, 9, 11, 14, 10, 9];

  it('says of an input what is missing and out of range, beside the reference and the limit', async () => {
    const { drift } = await pageOf(
      [...quiet.map((missing, later) => inputs(later, missing)), inputs(7, 80)],
      ...(['input-drift', 'lactate'] as const),
    );
    const [before, newest] = drift?.periods ?? [];
    expect(before?.missing).toMatchObject({ isAbove: false, reference: 0.01 });
    expect(newest?.missing).toMatchObject({ share: 80 / 1070, isAbove: true });
    // Six months before the reference ended: p̄ = 64/6004, σ_z < 1 is taken as 1.
    const centre = 64 / 6004;
    const limit = centre + 3 * Math.sqrt((centre * (1 - centre)) / 1070);
    expect(newest?.missing?.limit).toBeCloseTo(limit, 10);
    expect(newest?.outOfRange).toMatchObject({ share: 2 / 1070, isAbove: false, reference: 0.004 });
    expect(drift?.said[0]).toMatchObject({ isAbove: true });
    expect(drift?.said[0]?.text).toContain('more than earlier periods let expect');
  });

  it('of few cases with a value tells neither the limit nor how many', async () => {
    const { drift } = await pageOf(
      [...quiet.map((missing, later) => inputs(later, missing)), inputs(7, 80, 0, 6)],
      ...(['input-drift', 'lactate'] as const),
    );
    const newest = drift?.periods.at(-1);
    expect(newest).toMatchObject({ isKnown: false, isFew: true });
    expect(newest?.missing).toMatchObject({ isAbove: true, limit: null });
    const nobody = await pageOf(
      [...quiet.map((missing, later) => inputs(later, missing)), inputs(7, 3, 0, 6)],
      ...(['input-drift', 'lactate'] as const),
    );
    expect(nobody.drift?.periods.at(-1)).toMatchObject({ missing: null, outOfRange: null });
  });
});
