import { beforeAll, expect, it } from 'vitest';
import { declareBudget } from '#app/services/monitoring/declare-budget.server.ts';
import { evaluateDeployment } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getBoardMonitoring } from '#app/services/monitoring/get-board-monitoring.server.ts';
import { getMonitoring } from '#app/services/monitoring/get-monitoring.server.ts';
import { suspendDeployment } from '#app/services/register/suspend-deployment.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { moveAlert } from '#app/services/monitoring/move-alert.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { withActor } from '#app/database.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { listAlerts } from '#db/queries/alert-course.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { plainYes } from '../register/new-system.ts';
import {
  adopted,
  enter,
  frozenLimits,
  month,
  newPlace,
  overrides,
  type RecordOf,
} from './watched-place.ts';

describeOnDatabases('what a place without bad news is called', () => {
  let owner: Member;
  let siteId = '';
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace();
    [siteId = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });
  const reader = () => getMonitoringReader(new Request('http://attune.example/'));
  const rowOf = async ({ deploymentId }: { deploymentId: string }) => {
    const { rows } = await getBoardMonitoring(owner, await reader());
    return rows.find((row) => row.deploymentId === deploymentId);
  };

  it('tells that a place was stopped, beside whatever is found there', async () => {
    const at = await newPlace(owner, siteId);
    expect((await rowOf(at))?.stage).not.toBe('suspended');
    await suspendDeployment(owner, { ...at, reason: 'Missed a stroke' });
    expect(await rowOf(at)).toMatchObject({ stage: 'suspended' });
  });

  it('tells what was never sent, and what cannot be judged, from what is of no concern', async () => {
    const at = await newPlace(owner, siteId);
    await enter(at, [
      ...overrides(14, -1),
      { ...(overrides(1, -1)[0] as RecordOf), metric: 'adoption' },
    ]);
    await adopted(at, [
      { metric: 'override', direction: 'down' },
      { metric: 'adoption' },
      { metric: 'score-drift' },
      { metric: 'sensitivity' },
    ]);
    await frozenLimits(at, 'override', month(0), month(12));
    await evaluateDeployment(at, today());
    const counts = { judged: 1, partly: 0, silent: 2, unjudged: 1 };
    expect(await rowOf(at)).toMatchObject({ concerns: [], counts, metrics: 4 });
    const page = await getMonitoring(owner, await reader(), at);
    expect(page).toMatchObject({ concerns: 0, counts });
    expect(page.metrics.map(({ standing }) => standing)).toEqual([
      ...['calm', 'unjudged', 'silent', 'silent'],
    ]);
  });

  it('counts a change beyond chance as of concern also where neither way is better', async () => {
    const at = await newPlace(owner, siteId);
    await enter(at, overrides(14, 13));
    await adopted(at, [{ metric: 'override' }]);
    await frozenLimits(at, 'override', month(0), month(12));
    await evaluateDeployment(at, today());
    const sentence = 'Overrides: 40% in Feb 2026, a change beyond chance';
    expect((await rowOf(at))?.concerns).toEqual([sentence]);
    const page = await getMonitoring(owner, await reader(), at);
    expect(page).toMatchObject({ concerns: 1, metrics: [{ isConcern: true, sentence }] });
  });

  it('puts the worst first, then what waits, and what is calm last', async () => {
    const workspace = await createWorkspace();
    const keeper = await createMember(workspace, 'model-owner');
    const [site = ''] = workspace.siteIds;
    const [calm, worst, unplanned] = [
      await newPlace(keeper, site),
      await newPlace(keeper, site),
      await newPlace(keeper, site),
    ];
    for (const [at, high] of [[calm, -1] as const, [worst, 13] as const]) {
      await enter(at, overrides(14, high));
      await adopted(at, [{ metric: 'override', direction: 'down' }]);
      await frozenLimits(at, 'override', month(0), month(12));
      await evaluateDeployment(at, month(14));
    }
    const { rows } = await getBoardMonitoring(keeper, await reader());
    expect(rows.map(({ deploymentId, weight }) => [deploymentId, weight])).toEqual([
      [worst.deploymentId, 'concern'],
      [unplanned.deploymentId, 'unplanned'],
      [calm.deploymentId, 'calm'],
    ]);
  });

  it('reads nothing into the rate of false alarms while most alerts wait', async () => {
    const workspace = await createWorkspace();
    const chair = await createMember(workspace, 'board-chair');
    const keeper = await createMember(workspace, 'model-owner');
    const at = await newPlace(keeper, workspace.siteIds[0] ?? '');
    const codes = ['override', 'adoption', 'own'] as const;
    await enter(
      at,
      codes.flatMap((metric) => overrides(14, 13).map((record) => ({ ...record, metric }))),
    );
    await adopted(
      at,
      codes.map((metric) => ({ metric, direction: 'down' })),
    );
    for (const metric of codes) await frozenLimits(at, metric, month(0), month(12));
    await evaluateDeployment(at, month(14));
    await declareBudget(chair, { falseAlarmsAYear: 50, reason: 'x', revision: 0 });
    const page = async () => getBoardMonitoring(chair, await reader());
    const alerts = await withActor(keeper, (tx) => listAlerts(tx, at));
    expect(await page()).toMatchObject({ achieved: null, waiting: alerts.length });
    const close = async (alertId: string) => {
      const steps = ['triage', 'cause', 'act', 'close'] as const;
      for (const [place, step] of steps.entries()) {
        const more = { reason: 'x', dueOn: today(), ownerUserId: keeper.userId };
        const conclusion = step === 'close' ? { conclusion: 'false-alarm' as const } : {};
        await moveAlert(keeper, { alertId, step, revision: place + 1, ...more, ...conclusion });
      }
    };
    expect(alerts).toHaveLength(3);
    const [first, ...others] = alerts.map(({ alert }) => alert.id);
    await close(first ?? '');
    const { achieved, waiting } = await page();
    expect({ waiting, reading: achieved?.reading }).toEqual({
      ...{ waiting: 2, reading: null },
    });
    for (const id of others) await close(id);
    const after = await page();
    expect(after).toMatchObject({ waiting: 0, achieved: { reading: 'fewer-than-declared' } });
  });

  it('does not list what is retired as watched, and says so on its own page', async () => {
    const at = await newPlace(owner, siteId);
    await adopted(at, [{ metric: 'override' }]);
    expect(await rowOf(at)).toBeDefined();
    const other = await newPlace(owner, siteId);
    await adopted(other, [{ metric: 'override' }]);
    // Nothing ever came: of what runs that is an alert.
    expect(await evaluateDeployment(other, today())).toEqual({ opened: 1 });
    const { isRetired } = await getMonitoring(owner, await reader(), at);
    expect(isRetired).toBe(false);
    const decision = {
      ...plainYes,
      reason: 'Replaced',
      decidedBy: 'The board',
      decidedOn: today(),
    };
    await decideStage(owner, { ...at, ...decision, stage: 'retired', revision: 1 });
    expect(await rowOf(at)).toBeUndefined();
    expect(await evaluateDeployment(at, today())).toEqual({ opened: 0 });
    expect(await getMonitoring(owner, await reader(), at)).toMatchObject({ isRetired: true });
  });
});
