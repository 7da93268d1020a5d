import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { chartToCsv } from '#app/components/charts/chart-csv.ts';
import { evaluateDeployment } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getBoardMonitoring } from '#app/services/monitoring/get-board-monitoring.server.ts';
import { getMonitoring } from '#app/services/monitoring/get-monitoring.server.ts';
import { getWatchedMetric } from '#app/services/monitoring/get-watched-metric.server.ts';
import { readPlans } from '#app/services/monitoring/internal.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { adopted, enter, frozenLimits, newPlace, type Place } from './watched-place.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);

describeOnDatabases('metrics that no pack has', () => {
  let workspace: Workspace;
  let owner: Member;
  let at: Place;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    at = await newPlace(owner, workspace.siteIds[0] ?? '');
    const sent = (
      metric: string,
      kind: 'proportion' | 'rate' | 'mean',
      high: number,
      usual: number,
    ) =>
      Array.from({ length: 14 }, (_, later) => ({
        ...{
          metric,
          kind,
          denominator: 1000,
          periodFrom: month(later),
          periodTo: month(later + 1),
        },
        numerator: later === 13 ? high : usual + ((later * 7) % 5),
      }));
    const kinds = {
      'our-share': sent('our-share', 'proportion', 230, 100),
      'our-rate': sent('our-rate', 'rate', 46, 8),
      'our-minutes': sent('our-minutes', 'mean', 9250, 4000),
    };
    await enter(at, Object.values(kinds).flat());
    const metrics = Object.keys(kinds).map((metric, position) => ({
      ...{ metric, position, direction: 'down' as const, target: 0.2 },
    }));
    await adopted(at, metrics);
    for (const metric of Object.keys(kinds)) await frozenLimits(at, metric, month(0), month(12));
    await evaluateDeployment(at, today());
  });
  const readIn = (language: string) =>
    getMonitoringReader(
      new Request('http://attune.example/', { headers: { 'Accept-Language': language } }),
    );
  const values = ['23%', '46 per thousand', '9.3'];

  it('are told in their unit by the overview of a place and by the board', async () => {
    const { metrics } = await getMonitoring(owner, await readIn('en'), at);
    expect(metrics.map(({ value }) => value)).toEqual(values);
    const { rows } = await getBoardMonitoring(owner, await readIn('en'));
    const own = rows.find(({ deploymentId }) => deploymentId === at.deploymentId);
    expect(own?.concerns).toHaveLength(values.length);
    for (const [place, value] of values.entries()) {
      expect(metrics[place]?.sentence).toContain(value);
      expect(own?.concerns[place]).toContain(value);
    }
    const german = await getMonitoring(owner, await readIn('de'), at);
    expect(german.metrics.map(({ value }) => value)).toEqual([
      ...['23\u00a0%', '46 je tausend', '9,3'],
    ]);
  });

  it('are drawn in it, with its name, in the table and in the file of the figure', async () => {
    const { current } = await withActor(owner, (tx) => readPlans(tx, at));
    const expected = [
      ...[
        ['Percent', 23, 20, '23'],
        ['Per thousand', 46, 200, '46'],
      ],
      ['Value', 9.25, 0.2, '9.25'],
    ] as const;
    for (const [place, [unit, value, target, text]] of expected.entries()) {
      const { chart } = await getWatchedMetric(owner, await readIn('en'), {
        ...{ systemId: at.systemId, deploymentId: at.deploymentId },
        metricId: current?.metrics[place]?.id ?? '',
      });
      if (chart?.kind !== 'control') throw new Error('no chart');
      expect(chart).toMatchObject({ unit, target: { value: target } });
      expect(chart.points.at(-1)?.value).toBeCloseTo(value, 6);
      const labels = { showTable: '', notMeaningTitle: '', n: '', estimate: '', low: '', high: '' };
      const view = { labels: { ...labels, remark: '' }, locale: 'en', direction: 'ltr' as const };
      const line = chartToCsv(chart, view)
        .split('\n')
        .find((one) => one.includes('Feb 2026'));
      expect(line).toContain(text);
    }
  });
});
