import { beforeAll, expect, it } from 'vitest';
import { chartToCsv } from '#app/components/charts/chart-csv.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import {
  getOversight,
  oversightCharts,
} from '#app/services/monitoring/oversight/get-oversight.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { adopted, enter, month, newPlace, type Place, type RecordOf } from './watched-place.ts';

const reader = () =>
  getMonitoringReader(
    new Request('http://attune.example/', { headers: { 'Accept-Language': 'en' } }),
  );
const period = { periodFrom: month(0), periodTo: month(1) };
const share = (metric: string, numerator: number, denominator: number): RecordOf => ({
  ...{ metric, kind: 'proportion', numerator, denominator, ...period },
});
const minutes = (part: string, value: number): RecordOf => ({
  ...{ metric: 'minutes-saved', kind: 'quantiles', part, value, ...period },
  detail: { n: 80, q1: value - 1, median: value, q3: value + 2 },
});

describeOnDatabases('people and the system', () => {
  let owner: Member;
  let place: Place;
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    place = await newPlace(owner, workspace.siteIds[0] ?? '');
  });

  it('is empty, and says that nothing can be told, before anything was sent', async () => {
    const page = await getOversight(owner, await reader(), place);
    expect(page).toMatchObject({ isEmpty: true, stamp: { verdict: 'cannot-tell' } });
    expect(oversightCharts(page)).toEqual([]);
  });

  it('takes the least seconds of a review from the plan in force', async () => {
    await enter(place, [
      ...[share('accept-when-wrong', 70, 100), share('override', 100, 1000)],
      ...[minutes('timed', 3), minutes('self-report', 7)],
      {
        ...{ metric: 'review-time', kind: 'quantiles', value: 5, ...period },
        detail: { n: 200, q1: 3, median: 5, q3: 8 },
      },
    ]);
    const before = await getOversight(owner, await reader(), place);
    expect(before.stamp.verdict).toBe('cannot-tell');
    expect(before.stamp.marks.at(-1)).toMatchObject({ lacks: 'limit' });
    await adopted(place, [{ metric: 'review-time', target: 10 }]);
    const page = await getOversight(owner, await reader(), place);
    expect(page.stamp).toMatchObject({ verdict: 'sign', leastSeconds: 10 });
    expect(page.measured.overrides?.value).toBe(0.1);
  });

  it('draws rates and quartiles, whose columns are called by what they are', async () => {
    const page = await getOversight(owner, await reader(), place);
    const [bias, saved] = oversightCharts(page);
    expect(bias?.rows).toHaveLength(1);
    expect(saved?.title).toContain('4');
    if (!saved) throw new Error('no figure');
    const labels = {
      ...{ showTable: '', notMeaningTitle: '', n: 'n', estimate: 'Estimate' },
      ...{ low: '95 %, from', high: '95 %, to', remark: 'Remark' },
    };
    const csv = chartToCsv(saved, { labels, locale: 'en', direction: 'ltr' });
    expect(csv).toContain('Median (minutes),Lower quartile (minutes),Upper quartile (minutes),n');
    expect(bias?.headings).toEqual({
      estimate: 'Share (%)',
      low: '95% interval from (%)',
      high: '95% interval to (%)',
    });
    expect(csv).not.toContain('95 %');
  });
});
