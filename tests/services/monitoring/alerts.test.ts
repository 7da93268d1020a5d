import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { evaluateDeployment } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getAlert } from '#app/services/monitoring/get-alerts.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { moveAlert } from '#app/services/monitoring/move-alert.server.ts';
import { getStart } from '#app/services/people/get-start.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import {
  findAlert,
  listAlertEvents,
  listAlerts,
  listClosings,
} from '#db/queries/alert-course.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import {
  adopted,
  enter,
  frozenLimits,
  month,
  newPlace,
  overrides,
  type Place,
} from './watched-place.ts';

describeOnDatabases('alerts', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const place = () => newPlace(owner, workspace.siteIds[0] ?? '');
  const listed = async (at: Place) =>
    (await withActor(owner, (tx) => listAlerts(tx, at))).map(({ alert }) => alert);
  const alerted = async () => {
    const at = await place();
    await enter(at, overrides(14, 10));
    const actions = [{ alert: 'signal', action: 'Read ten cases', withinDays: 5 }];
    await adopted(at, [{ metric: 'override', actions }]);
    await frozenLimits(at, 'override', month(0), month(9));
    await evaluateDeployment(at, month(14));
    const [alert] = await listed(at);
    if (!alert) throw new Error('no alert');
    return { at, alert };
  };
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

  it('open once however often is computed, also at the same time', async () => {
    const { at, alert } = await alerted();
    expect(alert).toMatchObject({
      ...{ kind: 'signal', metric: 'override', periodFrom: month(10), state: 'open' },
      ...{ rule: 'board-alert 2026-11', dueOn: '2026-03-06' },
    });
    expect(alert.evidence).toMatchObject({ rule: 'beyond-limits', side: 'high', value: 0.4 });
    const again = await Promise.all([1, 2, 3].map(() => evaluateDeployment(at, month(14))));
    expect(again).toEqual([{ opened: 0 }, { opened: 0 }, { opened: 0 }]);
    const events = await withActor(owner, (tx) =>
      listAlertEvents(tx, { ...at, alertId: alert.id }),
    );
    expect(events.map(({ kind, detail }) => [kind, detail['action']])).toEqual([
      ['opened', 'Read ten cases'],
    ]);
  });

  it('go step by step, each for a reason, and never close silently', async () => {
    const { alert, at } = await alerted();
    const { id: alertId } = alert;
    let revision = 1;
    const move = async (step: Parameters<typeof moveAlert>[1]['step'], more = {}) => {
      await moveAlert(owner, {
        alertId,
        step,
        revision,
        reason: `Why ${step}`,
        dueOn: soon,
        ...more,
      });
      revision += 1;
    };
    await expect(move('close', { conclusion: 'false-alarm' })).rejects.toMatchObject({
      reason: 'alert-step-wrong',
    });
    await move('triage', { ownerUserId: owner.userId });
    await expect(move('act')).rejects.toMatchObject({ reason: 'alert-step-wrong' });
    await move('cause');
    await move('postpone');
    await expect(move('act', { dueOn: '2020-01-01' })).rejects.toMatchObject({
      reason: 'due-in-past',
    });
    await move('act');
    await expect(move('close')).rejects.toMatchObject({ reason: 'conclusion-missing' });
    await move('close', { conclusion: 'false-alarm' });
    const closings = async () =>
      (await withActor(owner, (tx) => listClosings(tx, at))).filter(
        (one) => one.alertId === alertId,
      );
    expect(await closings()).toHaveLength(1);
    await move('reopen');
    // What was said at its end is open again.
    expect(await closings()).toEqual([]);
    const found = await withActor(owner, (tx) => findAlert(tx, { ...at, alertId }));
    expect(found).toMatchObject({ state: 'triaged', ownerUserId: owner.userId, dueOn: soon });
    const events = await withActor(owner, (tx) => listAlertEvents(tx, { ...at, alertId }));
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['opened', 'triaged', 'cause-found', 'deadline-moved', 'acted', 'closed', 'reopened'],
    ]);
    expect(events.slice(1).every(({ reason }) => reason.startsWith('Why'))).toBe(true);
  });

  it('are owned by somebody who may handle them there, and by nobody else', async () => {
    const { alert } = await alerted();
    const elsewhere = await createMember(workspace, 'safety-officer', [workspace.siteIds[1] ?? '']);
    const strangers = await createWorkspace();
    const others = [
      (await createMember(workspace, 'researcher')).userId,
      elsewhere.userId,
      (await createMember(strangers, 'safety-officer')).userId,
      'nobody',
    ];
    const triage = { alertId: alert.id, step: 'triage', revision: 1, reason: 'x', dueOn: soon };
    for (const ownerUserId of others) {
      await expect(
        moveAlert(owner, { ...triage, step: 'triage', ownerUserId }),
      ).rejects.toMatchObject({ code: 'invalid', reason: 'person-unknown' });
    }
    const reader = await getMonitoringReader(new Request('http://attune.example/'));
    const { members } = await getAlert(owner, reader, { alertId: alert.id });
    expect(members.map(({ id }) => id)).toContain(owner.userId);
    expect(members.map(({ id }) => id)).not.toContain(elsewhere.userId);
  });

  it('of two who act at once one is told', async () => {
    const { alert } = await alerted();
    const step = {
      alertId: alert.id,
      step: 'triage',
      revision: 1,
      reason: 'x',
      dueOn: soon,
    } as const;
    const both = await Promise.allSettled([moveAlert(owner, step), moveAlert(owner, step)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('wait on the first page, and say when they are late', async () => {
    const safety = await createMember(workspace, 'safety-officer');
    await alerted();
    const waiting = await getStart(safety, today());
    expect(waiting.find(({ kind }) => kind === 'overdueAlerts')?.count).toBeGreaterThan(0);
    const researcher = await createMember(workspace, 'researcher');
    const theirs = await getStart(researcher, today());
    expect(theirs.some(({ kind }) => kind === 'overdueAlerts')).toBe(false);
    const elsewhere = await createMember(workspace, 'safety-officer', [workspace.siteIds[1] ?? '']);
    expect((await getStart(elsewhere, today())).map(({ kind }) => kind)).not.toContain(
      'overdueAlerts',
    );
  });
});
