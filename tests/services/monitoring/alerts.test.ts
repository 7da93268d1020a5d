import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import {
  decideBaseline,
  freezeReference,
} from '#app/services/monitoring/decide-baseline.server.ts';
import {
  evaluateAll,
  evaluateDeployment,
} from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getAlert } from '#app/services/monitoring/get-alerts.server.ts';
import { readPlans } from '#app/services/monitoring/internal.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { moveAlert } from '#app/services/monitoring/move-alert.server.ts';
import { watchDeployment } from '#app/services/monitoring/watch-deployment.server.ts';
import { getStart } from '#app/services/people/get-start.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { listReferences } from '#db/queries/chart-baseline.server.ts';
import {
  findAlert,
  listAlertEvents,
  listAlerts,
  listClosings,
} from '#db/queries/alert-course.server.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import {
  adopted,
  enter,
  frozenLimits,
  newPlace,
  type Place,
  type RecordOf,
} from './watched-place.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
/** Shares that wander a little, and one month far above. */
const overrides = (months: number, high: number): RecordOf[] =>
  Array.from({ length: months }, (_, place) => ({
    ...{ metric: 'override', kind: 'proportion', denominator: 1000 },
    numerator: place === high ? 400 : 100 + ((place * 7) % 5),
    ...{ periodFrom: month(place), periodTo: month(place + 1) },
  }));

describeOnOwnDatabases('alerts', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
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

  it('are not raised by months before the plan, by what is exploratory, or by what gets better', async () => {
    const at = await place();
    await enter(at, overrides(14, 10));
    await adopted(at, [{ metric: 'override' }], '2026-01-01');
    await frozenLimits(at, 'override', month(0), month(9));
    await evaluateDeployment(at, month(14));
    expect(await listed(at)).toEqual([]);
    for (const metric of [
      { metric: 'override', tier: 'exploratory' as const },
      { metric: 'override', direction: 'up' as const },
    ]) {
      const other = await place();
      await enter(other, overrides(14, 10));
      await adopted(other, [metric]);
      await frozenLimits(other, 'override', month(0), month(9));
      await evaluateDeployment(other, month(14));
      expect(await listed(other)).toEqual([]);
    }
  });

  it('say when numbers do not come', async () => {
    const at = await place();
    await enter(at, overrides(12, -1));
    await adopted(at, [{ metric: 'override' }]);
    await frozenLimits(at, 'override', month(0), month(12));
    await evaluateDeployment(at, '2026-02-15');
    expect(await listed(at)).toEqual([]);
    await evaluateAll('2026-03-15');
    expect((await listed(at)).map(({ kind, periodFrom }) => [kind, periodFrom])).toEqual([
      ['nothing-sent', '2026-01-01'],
    ]);
  });

  it('come when something happens that never did before', async () => {
    const at = await place();
    const never = overrides(13, -1).map((record, place) => ({
      ...{ ...record, metric: 'harm', kind: 'rate' as const, numerator: place === 12 ? 12 : 0 },
    }));
    await enter(at, never);
    await adopted(at, [{ metric: 'harm' }]);
    await frozenLimits(at, 'harm', month(0), month(12));
    await evaluateDeployment(at, month(13));
    expect(await listed(at)).toMatchObject([{ kind: 'signal', periodFrom: month(12) }]);
  });

  it('say that numbers never began to come, from the day it was planned and ran', async () => {
    const at = await newPlace(owner, workspace.siteIds[0] ?? '', '2025-03-10');
    await adopted(at, [{ metric: 'override' }], '2025-01-20');
    await evaluateDeployment(at, '2025-05-01');
    expect(await listed(at)).toEqual([]);
    await evaluateDeployment(at, '2025-05-02');
    await evaluateDeployment(at, '2025-05-03');
    expect(await listed(at)).toMatchObject([
      { kind: 'nothing-sent', periodFrom: '2025-03-10', periodTo: '2025-04-10' },
    ]);
  });

  it('of a metric that a later plan added come from its own day on', async () => {
    const at = await place();
    await enter(at, overrides(14, 10));
    await frozenLimits(at, 'override', month(0), month(9));
    await adopted(at, [{ metric: 'flagged', tier: 'exploratory' }], '2025-01-01');
    const both = [{ metric: 'flagged', tier: 'exploratory' as const }, { metric: 'override' }];
    await adopted(at, both, month(12), 2);
    await adopted(at, both, month(13), 3);
    await evaluateDeployment(at, month(14));
    expect(await listed(at)).toEqual([]);
    const early = await place();
    await enter(early, overrides(14, 10));
    await frozenLimits(early, 'override', month(0), month(9));
    await adopted(early, both, month(9));
    await adopted(early, both, month(13), 2);
    await evaluateDeployment(early, month(14));
    expect(await listed(early)).toHaveLength(1);
  });

  it('of one deployment are raised though another cannot be computed', async () => {
    const places = [await place(), await place()];
    // They are computed in the order of their ids.
    const [first, second] = places.sort((a, b) => (a.deploymentId < b.deploymentId ? -1 : 1));
    if (!first || !second) throw new Error('two places');
    for (const at of places) {
      await enter(at, overrides(14, 10));
      await frozenLimits(at, 'override', month(0), month(9));
    }
    await adopted(first, [{ metric: 'override', alertRules: {} as never }]);
    await adopted(second, [{ metric: 'override' }]);
    await expect(evaluateAll(month(14))).rejects.toThrow('could not be evaluated');
    expect((await listed(second)).map(({ kind }) => kind)).toEqual(['signal']);
    // Plans cannot be taken back: a later one puts it right for whoever computes all again.
    await adopted(first, [{ metric: 'override' }], '2000-01-02', 2);
    await evaluateAll(month(14));
    expect(await listed(first)).toHaveLength(1);
  });

  it('a reference of fewer cases than any period could be compared with is refused', async () => {
    const at = await place();
    await enter(at, [
      {
        ...{ metric: 'scores', kind: 'score-histogram' },
        ...{ periodFrom: month(0), periodTo: month(1) },
        detail: { edges: [0, 0.5, 1], positives: [3, 4], negatives: [6, 6] },
      },
    ]);
    await adopted(at, [{ metric: 'score-drift' }]);
    const ids = { systemId: at.systemId, deploymentId: at.deploymentId };
    const { current } = await withActor(owner, (tx) => readPlans(tx, at));
    await expect(
      freezeReference(owner, {
        ...{ ...ids, metricId: current?.metrics[0]?.id ?? '', revision: 0, reason: 'x' },
        ...{ appliesFrom: month(0), baselineTo: month(1), approvedBy: 'x' },
      }),
    ).rejects.toMatchObject({ reason: 'reference-few', values: { cases: 19, needed: 20 } });
  });

  it('limits move by a decision alone, and bins are frozen by one', async () => {
    const at = await place();
    const records = overrides(20, -1).map((record, i) => ({
      ...record,
      numerator: (record.numerator ?? 0) + (i >= 12 ? 60 : 0),
    }));
    const scores = overrides(8, -1).map(({ periodFrom, periodTo }, i): RecordOf => ({
      ...{ metric: 'scores', kind: 'score-histogram', periodFrom, periodTo },
      detail: {
        ...{ edges: [0, 0.25, 0.5, 0.75, 1], negatives: [0, 0, 0, 0] },
        positives: i < 6 ? [400, 300, 200, 100] : [100, 200, 300, 400],
      },
    }));
    await enter(at, [...records, ...scores]);
    await adopted(at, [{ metric: 'override' }, { metric: 'score-drift' }]);
    const watched = async () =>
      (await withActor(owner, (tx) => watchDeployment(tx, at, '2026-09-01'))).watched;
    const [override, drift] = await watched();
    expect(drift?.evaluation.drift?.reference).toBeNull();
    const ids = { systemId: at.systemId, deploymentId: at.deploymentId };
    const decision = {
      ...{ ...ids, metricId: override?.planned.id ?? '', approvedBy: 'The board', revision: 0 },
      ...{ appliesFrom: month(0), baselineTo: month(12), reason: 'A quiet year' },
    };
    await decideBaseline(owner, decision);
    await expect(decideBaseline(owner, decision)).rejects.toMatchObject({
      reason: 'baseline-not-later',
    });
    const frozen = (await watched())[0]?.evaluation.chart;
    const starts = (chart: typeof frozen) =>
      chart?.ok === true
        ? chart.points.filter(({ alarm }) => alarm !== null).map(({ from }) => from)
        : [];
    expect(starts(frozen)).toEqual([month(12)]);
    await decideBaseline(owner, {
      ...{ ...decision, revision: 1, appliesFrom: month(12), baselineTo: null },
      reason: 'A new form since January, agreed',
    });
    const again = (await watched())[0]?.evaluation.chart;
    expect(starts(again)).toEqual([]);
    expect(again?.ok === true && again.stages).toHaveLength(2);

    // Limits that cannot be computed yet leave the chart, and what it found, as they were.
    await decideBaseline(owner, {
      ...{ ...decision, revision: 2, appliesFrom: month(19), baselineTo: null },
      reason: 'Another form',
    });
    const waiting = (await watched())[0]?.evaluation;
    expect(waiting).toMatchObject({ pendingFrom: month(19), chart: { ok: true } });
    expect(waiting?.chart.ok === true && waiting.chart.stages).toHaveLength(2);

    const reference = {
      ...{ ...ids, metricId: drift?.planned.id ?? '', reason: 'Quiet', revision: 0 },
      approvedBy: 'The safety committee',
    };
    await freezeReference(owner, { ...reference, appliesFrom: month(0), baselineTo: month(4) });
    const [row] = await withActor(owner, (tx) => listReferences(tx, at));
    expect(row).toMatchObject({
      ...{ approvedBy: 'The safety committee', appliesFrom: month(4) },
      ...{ baselineFrom: month(0), baselineTo: month(4) },
    });
    const judged = (await watched())[1]?.evaluation.drift;
    expect(judged?.reference?.counts).toEqual([1600, 1200, 800, 400]);
    expect(judged?.periods.map(({ isStart }) => isStart)).toEqual([false, false, true, false]);
  });
});
