import { beforeAll, expect, it } from 'vitest';
import { and, eq, sql } from 'drizzle-orm';
import { getDatabase, withActor } from '#app/database.server.ts';
import { addDays } from '#app/days.ts';
import { actionsOf, planAuditSchema, runAuditSchema } from '#app/services/fairness/audit-schema.ts';
import { carryOutAudit } from '#app/services/fairness/carry-out-audit.server.ts';
import { getAudit, getAudits } from '#app/services/fairness/get-audits.server.ts';
import { planAudit } from '#app/services/fairness/plan-audit.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { listSystems } from '#app/services/register/list-systems.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { fairnessAuditRuns, fairnessAudits } from '#db/schema/fairness-audit.ts';
import { monitoringRecords } from '#db/schema/monitoring-record.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import {
  adopted,
  enter,
  newPlace,
  type Place,
  type RecordOf,
} from '../monitoring/watched-place.ts';
import { listAudit } from '../support/audit.ts';

const month = { periodFrom: '2026-03-01', periodTo: '2026-04-01' };
const share = (level: string, numerator: number, denominator: number, more = {}): RecordOf => ({
  ...{ metric: 'override', kind: 'proportion', numerator, denominator, ...month, ...more },
  ...(level === '' ? {} : { dimension: 'interpreter', level }),
});
const groups = [share('', 190, 1214), share('yes', 90, 300), share('no', 100, 900)];
/** Hidden, and enough together to hide each other. */
const few = [share('sometimes', 0, 6), share('rarely', 0, 8)];

/** What an audit keeps of a group, and nothing besides. */
const auditedKeys = [
  ...['difference', 'differenceInterval', 'interval', 'isHidden', 'isReference', 'level'],
  ...['n', 'needed', 'pooled', 'value', 'verdict'],
];

describeOnDatabases('fairness audits', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const here = async (records: RecordOf[] = [...groups, ...few]) => {
    const at = await newPlace(owner, workspace.siteIds[0] ?? '');
    await enter(at, records);
    const subgroups = [{ dimension: 'interpreter', reference: 'no', margin: 0.05 }];
    await adopted(at, [{ metric: 'override', subgroups }, { metric: 'uptime' }]);
    return { at, ids: { systemId: at.systemId, deploymentId: at.deploymentId } };
  };
  type Ids = Pick<Place, 'systemId' | 'deploymentId'>;
  const plan = async (ids: Ids, more: Record<string, unknown> = {}, member = owner) => {
    const page = await getAudits(owner, ids);
    const form = planAuditSchema.parse({
      ...{ metricId: page.metrics[0]?.id, purpose: 'Are interpreted visits overridden more?' },
      ...{ dueOn: addDays(today(), 30), revision: page.audits[0]?.number ?? 0, ...more },
    });
    return planAudit(member, { ...ids, ...form });
  };
  const conclude = async (ids: Ids, auditId: string, more: Record<string, unknown> = {}) => {
    const { look } = await getAudit(owner, { ...ids, auditId });
    const form = runAuditSchema.parse({
      ...{ carriedOutBy: 'Ana Auditor', conclusion: 'They are.', asOf: look.asOf, seen: look.hash },
      ...{ nextDueOn: addDays(today(), 365), 'action-1': 'Ask the supplier' },
      ...{ 'due-1': addDays(today(), 14), ...more },
    });
    return { form, run: () => carryOutAudit(owner, { ...ids, auditId, ...form }) };
  };

  it('ask what the plan says, and keep the verdicts of all groups as they were read', async () => {
    const { at, ids } = await here();
    const { auditId } = await plan(ids);
    const before = await getAudit(owner, { ...ids, auditId });
    expect(before).toMatchObject({ state: 'planned', run: null, isSameAgain: null });
    expect(before.audit).toMatchObject({
      ...{ number: 1, planNumber: 1, metric: 'override' },
      groups: [{ dimension: 'interpreter', reference: 'no', margin: 0.05 }],
    });
    const { form, run } = await conclude(ids, auditId);
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
      'monitoring.fairness-audit-carried-out',
    ]);
  });

  it('say how many of their records were replaced or taken back since', async () => {
    const { at, ids } = await here();
    const { auditId } = await plan(ids);
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
    expect(await getAudit(owner, { ...ids, auditId })).toMatchObject({ changedSince: 0 });
    await (await conclude(ids, auditId)).run();
    await takeBack('yes');
    const later = await getAudit(owner, { ...ids, auditId });
    expect(later).toMatchObject({ isSameAgain: true, changedSince: 1 });
    expect(later.verdicts).toEqual(later.run?.verdicts);
  });

  it('are carried out once, by whoever comes first', async () => {
    const { ids } = await here();
    const { auditId } = await plan(ids);
    const { run } = await conclude(ids, auditId);
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
    const { ids } = await here();
    const done = await Promise.allSettled([plan(ids), plan(ids)]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getAudits(owner, ids)).audits.map(({ number }) => number)).toEqual([1]);
  });

  it('are refused where verdicts were not those that were read, or there are none', async () => {
    const { ids } = await here();
    const { auditId } = await plan(ids);
    const other = await conclude(ids, auditId, { seen: 'another' });
    await expect(other.run()).rejects.toMatchObject({ reason: 'audit-look-again' });
    for (const asOf of [addDays(today(), 2), addDays(today(), -3)]) {
      const stale = await conclude(ids, auditId, { asOf: `${asOf}T00:00:00.000Z` });
      await expect(stale.run()).rejects.toMatchObject({ reason: 'audit-look-again' });
    }
    const late = await conclude(ids, auditId, { nextDueOn: today() });
    await expect(late.run()).rejects.toMatchObject({ reason: 'audit-next-past' });
    const empty = await here([]);
    const planned = await plan(empty.ids);
    const nothing = await conclude(empty.ids, planned.auditId);
    await expect(nothing.run()).rejects.toMatchObject({ reason: 'audit-nothing-to-compare' });
    await expect(plan(ids, { dueOn: addDays(today(), -1) })).rejects.toMatchObject({
      reason: 'audit-due-past',
    });
    await expect(plan(ids, { metricId: auditId })).rejects.toMatchObject({
      reason: 'audit-without-groups',
    });
  });

  it('take the place of others, which stay as they are', async () => {
    const { ids } = await here();
    const first = await plan(ids);
    const again = { supersedesId: first.auditId, supersedesReason: 'The question was too narrow.' };
    const second = await plan(ids, again);
    const stale = await conclude(ids, first.auditId);
    await expect(stale.run()).rejects.toMatchObject({ reason: 'audit-superseded' });
    await expect(plan(ids, again)).rejects.toMatchObject({ reason: 'audit-superseded' });
    await (await conclude(ids, second.auditId)).run();
    const third = await plan(ids, { supersedesId: second.auditId, supersedesReason: 'A mistake.' });
    const states = async () =>
      (await getAudits(owner, ids)).audits.map(({ number, state }) => [number, state]);
    expect(await states()).toEqual([
      [3, 'planned'],
      [2, 'carried-out'],
      [1, 'superseded'],
    ]);
    await (await conclude(ids, third.auditId)).run();
    expect(await states()).toEqual([
      [3, 'carried-out'],
      [2, 'superseded'],
      [1, 'superseded'],
    ]);
    const kept = await getAudit(owner, { ...ids, auditId: second.auditId });
    expect(kept).toMatchObject({ isSameAgain: true, successor: { number: 3 } });
  });

  it('that are overdue are a duty of the system until they are done', async () => {
    const { at, ids } = await here();
    const { auditId } = await plan(ids);
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
    const past = addDays(today(), -3);
    const { organisationId, deploymentId } = at;
    await withActor({ kind: 'system', organisationId }, (tx) =>
      tx.insert(fairnessAudits).values({
        ...{ organisationId, deploymentId, number: 2, planNumber: 1, metric: 'override' },
        ...{ groups: [], purpose: 'x', dueOn: past, plannedBy: 'x' },
        ...{ supersedesId: auditId, supersedesReason: 'x' },
      }),
    );
    expect(await duties()).toEqual([{ code: 'fairness-audit-overdue', on: past }]);
    const { audits } = await getAudits(owner, ids);
    expect(audits[0]?.state).toBe('overdue');
    await plan(ids, { supersedesId: audits[0]?.id, supersedesReason: 'Later' });
    expect(await duties()).toEqual([]);
  });

  it('are planned by who may write the plan there, and read by who reads the register', async () => {
    const { ids } = await here();
    const { auditId } = await plan(ids);
    const elsewhere = await createMember(workspace, 'model-owner', [workspace.siteIds[1] ?? '']);
    await expect(plan(ids, {}, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getAudit(elsewhere, { ...ids, auditId })).rejects.toMatchObject({
      code: 'not-found',
    });
    const lay = await createMember(workspace, 'lay-member');
    expect(await getAudit(lay, { ...ids, auditId })).toMatchObject({ mayManage: false });
    await expect(plan(ids, {}, lay)).rejects.toMatchObject({ code: 'forbidden' });
    const translator = await createMember(workspace, 'translator');
    await expect(getAudits(translator, ids)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('an action has its day, and a day its action', () => {
  const form = {
    ...{ carriedOutBy: 'Ana', conclusion: 'x', nextDueOn: '2027-01-01' },
    ...{ asOf: '2026-11-26T10:00:00.000Z', seen: 'x' },
  };
  const paths = (more: Record<string, string>) =>
    runAuditSchema.safeParse({ ...form, ...more }).error?.issues.map(({ path }) => path.join('.'));
  expect(paths({ 'action-1': 'Ask' })).toEqual(['due-1']);
  expect(paths({ 'due-2': '2026-12-24' })).toEqual(['action-2']);
  expect(paths({})).toBeUndefined();
  const both = { ...form, 'action-3': 'Ask', 'due-3': '2026-12-24' };
  expect(actionsOf(runAuditSchema.parse(both))).toEqual([{ action: 'Ask', dueOn: '2026-12-24' }]);
});
