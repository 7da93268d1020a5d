import { beforeAll, expect, it } from 'vitest';
import { and, eq, sql } from 'drizzle-orm';
import { getDatabase, withActor } from '#app/database.server.ts';
import { addDays } from '#app/days.ts';
import { actionsOf, runAuditSchema } from '#app/services/fairness/audit-schema.ts';
import { getAudit, getAudits } from '#app/services/fairness/get-audits.server.ts';
import { openVerdicts } from '#app/services/fairness/step-audit.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { listSystems } from '#app/services/register/list-systems.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { fairnessAuditRuns, fairnessAudits } from '#db/schema/fairness-audit.ts';
import { monitoringRecords } from '#db/schema/monitoring-record.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { enter } from '../monitoring/watched-place.ts';
import { listAudit } from '../support/audit.ts';
import { auditing, share } from './audited-place.ts';

/** What an audit keeps of a group, and nothing besides. */
const auditedKeys = [
  ...['difference', 'differenceInterval', 'interval', 'isHidden', 'isReference', 'level'],
  ...['n', 'needed', 'pooled', 'value', 'verdict'],
];

describeOnDatabases('fairness audits', () => {
  let workspace: Workspace;
  let owner: Member;
  let steps: ReturnType<typeof auditing>;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    steps = auditing(owner, workspace);
  });

  it('ask what the plan says, and keep the verdicts of all groups as they were read', async () => {
    const { at, ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const before = await getAudit(owner, { ...ids, auditId });
    expect(before).toMatchObject({ state: 'planned', run: null, isSameAgain: null });
    expect(before).toMatchObject({ verdicts: [], seen: null });
    expect(before.audit).toMatchObject({
      ...{ number: 1, planNumber: 1, metric: 'override' },
      groups: [{ dimension: 'interpreter', reference: 'no', margin: 0.05 }],
    });
    const { form, run } = await steps.conclude(ids, auditId);
    // What comes after somebody looked is not in what they concluded from.
    await enter(at, [
      share('', 5, 1200, { periodFrom: '2026-04-01', periodTo: '2026-05-01' }),
      share('yes', 1, 300, { periodFrom: '2026-04-01', periodTo: '2026-05-01' }),
      share('no', 4, 900, { periodFrom: '2026-04-01', periodTo: '2026-05-01' }),
    ]);
    await run();
    const after = await getAudit(owner, { ...ids, auditId });
    expect(after).toMatchObject({ state: 'carried-out', isSameAgain: true, changedSince: 0 });
    expect(after.run).toMatchObject({
      ...{ ranOn: today(), carriedOutBy: 'Ana Auditor', conclusion: 'They are.' },
      actions: [{ action: 'Ask the supplier', dueOn: addDays(today(), 14) }],
      evidenceHash: form.seen,
    });
    const rows = after.run?.verdicts[0]?.rows ?? [];
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(auditedKeys);
    const yes = rows.find(({ level }) => level === 'yes');
    // Newcombe's interval of 90/300 less 100/900, reckoned by hand.
    const [low, high] = [0.13503636, 0.24621245];
    expect(yes).toMatchObject({ verdict: 'gap', n: 300, isHidden: false });
    expect(yes?.difference).toBeCloseTo(0.3 - 1 / 9, 10);
    expect(yes?.differenceInterval?.[0]).toBeCloseTo(low, 6);
    expect(yes?.differenceInterval?.[1]).toBeCloseTo(high, 6);
    expect(rows.find(({ level }) => level === 'sometimes')).toMatchObject({
      ...{ verdict: 'cannot-tell', isHidden: true, n: null, value: null, needed: null },
    });
    expect(rows.find(({ level }) => level === 'no')).toMatchObject({ isReference: true });
    const trail = (await listAudit(owner.organisationId)).filter(
      ({ subjectId, action }) => subjectId === at.systemId && action.includes('fairness'),
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'monitoring.fairness-audit-planned',
      'monitoring.fairness-audit-opened',
      'monitoring.fairness-audit-carried-out',
    ]);
  });

  it('say how many of their records were replaced or taken back since', async () => {
    const { at, ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const takeBack = (level: string) =>
      getDatabase()
        .update(monitoringRecords)
        .set({ supersededAt: sql`clock_timestamp()`, supersededBy: sql`gen_random_uuid()` })
        .where(
          and(
            eq(monitoringRecords.deploymentId, at.deploymentId),
            eq(monitoringRecords.level, level),
          ),
        );
    await takeBack('rarely'); // Before anybody looked: the audit does not rest on it.
    await (await steps.conclude(ids, auditId)).run();
    expect(await getAudit(owner, { ...ids, auditId })).toMatchObject({ changedSince: 0 });
    await takeBack('yes');
    // As a delivery does that puts something right.
    await enter(at, [share('', 5, 1200, { periodFrom: '2026-04-01', periodTo: '2026-05-01' })]);
    const later = await getAudit(owner, { ...ids, auditId });
    expect(later).toMatchObject({ isSameAgain: true, changedSince: 1 });
    expect(later.verdicts).toEqual(later.run?.verdicts);
  });

  it('are carried out once, by whoever comes first', async () => {
    const { ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const { run } = await steps.conclude(ids, auditId);
    const done = await Promise.allSettled([run(), run()]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(run()).rejects.toMatchObject({ reason: 'audit-carried-out' });
    await expect(
      getDatabase()
        .update(fairnessAuditRuns)
        .set({ conclusion: 'All is well.' })
        .where(eq(fairnessAuditRuns.auditId, auditId)),
    ).rejects.toThrow();
    await expect(
      getDatabase().delete(fairnessAudits).where(eq(fairnessAudits.id, auditId)),
    ).rejects.toThrow();
  });

  it('have one number each, of two who plan at once', async () => {
    const { ids } = await steps.here();
    const done = await Promise.allSettled([steps.plan(ids), steps.plan(ids)]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getAudits(owner, ids)).audits.map(({ number }) => number)).toEqual([1]);
  });

  it('are refused where verdicts were not those that were read, or there are none', async () => {
    const { ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const other = await steps.conclude(ids, auditId, { seen: 'another' });
    await expect(other.run()).rejects.toMatchObject({ reason: 'audit-look-again' });
    await expect(steps.conclude(ids, auditId, { nextDueOn: today() })).rejects.toThrow(
      'audit-next-past',
    );
    const empty = await steps.here([]);
    const planned = await steps.plan(empty.ids);
    await expect(
      openVerdicts(owner, { ...empty.ids, auditId: planned.auditId }),
    ).rejects.toMatchObject({ reason: 'audit-nothing-to-compare' });
    await expect(steps.plan(ids, { dueOn: addDays(today(), -1) })).rejects.toMatchObject({
      reason: 'audit-due-past',
    });
    await expect(steps.plan(ids, { metricId: auditId })).rejects.toMatchObject({
      reason: 'audit-without-groups',
    });
  });

  it('take the place of others, which stay as they are', async () => {
    const { ids } = await steps.here();
    const first = await steps.plan(ids);
    const again = { supersedesId: first.auditId, supersedesReason: 'The question was too narrow.' };
    const second = await steps.plan(ids, again);
    await expect(openVerdicts(owner, { ...ids, auditId: first.auditId })).rejects.toMatchObject({
      reason: 'audit-superseded',
    });
    await expect(steps.plan(ids, again)).rejects.toMatchObject({ reason: 'audit-superseded' });
    await (await steps.conclude(ids, second.auditId)).run();
    const third = await steps.plan(ids, {
      supersedesId: second.auditId,
      supersedesReason: 'A mistake.',
    });
    const states = async () =>
      (await getAudits(owner, ids)).audits.map(({ number, state }) => [number, state]);
    expect(await states()).toEqual([
      [3, 'planned'],
      [2, 'carried-out'],
      [1, 'superseded'],
    ]);
    await (await steps.conclude(ids, third.auditId)).run();
    expect(await states()).toEqual([
      [3, 'carried-out'],
      [2, 'superseded'],
      [1, 'superseded'],
    ]);
    const kept = await getAudit(owner, { ...ids, auditId: second.auditId });
    expect(kept).toMatchObject({ isSameAgain: true, successor: { number: 3 } });
  });

  it('that are overdue are duties of the system, each with its place, until they are done', async () => {
    const { at, ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const duties = async () => {
      const page = await getSystem(owner, ids);
      const { systems } = await listSystems(owner);
      const listed = systems.find(({ id }) => id === at.systemId)?.duties;
      const of = (all: typeof page.duties | undefined) =>
        all?.filter(({ code }) => code === 'fairness-audit-overdue');
      expect(of(listed)).toEqual(of(page.duties));
      return of(page.duties);
    };
    expect(await duties()).toEqual([]);
    const [past, later] = [addDays(today(), -3), addDays(today(), -1)];
    const { organisationId, deploymentId } = at;
    const insert = (own: {
      number: number;
      metric: string;
      dueOn: string;
      supersedesId?: string;
    }) =>
      withActor({ kind: 'system', organisationId }, (tx) =>
        tx.insert(fairnessAudits).values({
          ...{ organisationId, deploymentId, planNumber: 1, groups: [], purpose: 'x' },
          ...{ plannedBy: 'x', version: '1.0', ...own },
          supersedesReason: own.supersedesId === undefined ? '' : 'x',
        }),
      );
    await insert({ number: 2, metric: 'override', dueOn: past, supersedesId: auditId });
    await insert({ number: 3, metric: 'uptime', dueOn: later });
    const { audits } = await getAudits(owner, ids);
    const [third, second] = audits;
    expect(second?.state).toBe('overdue');
    const duty = (on: string, id = '') => ({
      ...{ code: 'fairness-audit-overdue', on, place: { site: 'North', unit: 'Emergency' } },
      path: `/deployments/${deploymentId}/monitoring/audits/${id}`,
    });
    expect(await duties()).toEqual([duty(past, second?.id), duty(later, third?.id)]);
    await steps.plan(ids, { supersedesId: second?.id, supersedesReason: 'Later' });
    expect(await duties()).toEqual([duty(later, third?.id)]);
  });

  it('are planned by who may write the plan there, and read by who reads the register', async () => {
    const { ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const elsewhere = await createMember(workspace, 'model-owner', [workspace.siteIds[1] ?? '']);
    await expect(steps.plan(ids, {}, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getAudit(elsewhere, { ...ids, auditId })).rejects.toMatchObject({
      code: 'not-found',
    });
    const lay = await createMember(workspace, 'lay-member');
    expect(await getAudit(lay, { ...ids, auditId })).toMatchObject({ mayManage: false });
    await expect(steps.plan(ids, {}, lay)).rejects.toMatchObject({ code: 'forbidden' });
    const translator = await createMember(workspace, 'translator');
    await expect(getAudits(translator, ids)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('an action has its day, and a day its action', () => {
  const form = {
    ...{ intent: 'carry-out', carriedOutBy: 'Ana', conclusion: 'x', nextDueOn: '2027-01-01' },
    seen: 'x',
  };
  const paths = (more: Record<string, string>) =>
    runAuditSchema.safeParse({ ...form, ...more }).error?.issues.map(({ path }) => path.join('.'));
  expect(paths({ 'action-1': 'Ask' })).toEqual(['due-1']);
  const dueOn = addDays(today(), 14);
  expect(paths({ 'due-2': dueOn })).toEqual(['action-2']);
  expect(paths({})).toBeUndefined();
  // What is due before it is said would be late at once.
  expect(paths({ 'action-1': 'Ask', 'due-1': addDays(today(), -1) })).toEqual(['due-1']);
  expect(paths({ 'action-1': 'Ask', 'due-1': today() })).toBeUndefined();
  const both = { ...form, 'action-3': 'Ask', 'due-3': dueOn };
  expect(actionsOf(runAuditSchema.parse(both))).toEqual([{ action: 'Ask', dueOn }]);
});
