import { beforeAll, expect, it } from 'vitest';
import { addDays } from '#app/days.ts';
import { carryOutAudit } from '#app/services/fairness/carry-out-audit.server.ts';
import { planAuditSchema } from '#app/services/fairness/audit-schema.ts';
import { getAudit, getAudits } from '#app/services/fairness/get-audits.server.ts';
import { openVerdicts, withdrawAudit } from '#app/services/fairness/step-audit.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { enter } from '../monitoring/watched-place.ts';
import { auditing, share } from './audited-place.ts';

const april = { periodFrom: '2026-04-01', periodTo: '2026-05-01' };

describeOnDatabases('steps of a fairness audit', () => {
  let workspace: Workspace;
  let owner: Member;
  let steps: ReturnType<typeof auditing>;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    steps = auditing(owner, workspace);
  });

  it('verdicts are shown to nobody before they are opened, then to everybody as of that moment', async () => {
    const { at, ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const lay = await createMember(workspace, 'lay-member');
    for (const reader of [owner, lay]) {
      const page = await getAudit(reader, { ...ids, auditId });
      expect(page).toMatchObject({ verdicts: [], seen: null, asOf: null });
      expect(page.audit.groups).toMatchObject([{ dimension: 'interpreter', margin: 0.05 }]);
    }
    const unseen = { carriedOutBy: 'Ana', conclusion: 'x', nextDueOn: addDays(today(), 9) };
    const places = { 'action-1': '', 'action-2': '', 'action-3': '' };
    const days = { 'due-1': '', 'due-2': '', 'due-3': '' };
    const form = { ...unseen, ...places, ...days, intent: 'carry-out', seen: 'x' } as const;
    await expect(carryOutAudit(owner, { ...ids, auditId, ...form })).rejects.toMatchObject({
      reason: 'audit-not-opened',
    });
    await expect(openVerdicts(lay, { ...ids, auditId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await Promise.all([1, 2].map(() => openVerdicts(owner, { ...ids, auditId })));
    const opened = await getAudit(lay, { ...ids, auditId });
    expect(opened).toMatchObject({ state: 'planned', openedBy: expect.any(String) as string });
    expect(opened.verdicts[0]?.rows.map(({ verdict }) => verdict)).toContain('gap');
    await enter(at, [share('', 5, 1200, april), share('yes', 1, 300, april)]);
    const later = await getAudit(owner, { ...ids, auditId });
    expect(later.verdicts).toEqual(opened.verdicts);
    const trail = await listAudit(owner.organisationId);
    expect(
      trail.filter(
        ({ action, subjectId }) =>
          subjectId === at.systemId && action === 'monitoring.fairness-audit-opened',
      ),
    ).toHaveLength(1);
  });

  it('verdicts are opened from the day after the period on, and shown to nobody before', async () => {
    const { ids } = await steps.here();
    const lastDay = addDays(today(), 5);
    const running = await steps.plan(ids, { lastDay });
    await expect(openVerdicts(owner, { ...ids, ...running })).rejects.toMatchObject({
      ...{ code: 'illegal-state', reason: 'audit-period-runs' },
    });
    expect(await getAudit(owner, { ...ids, ...running })).toMatchObject({
      ...{ opensOn: addDays(today(), 6), verdicts: [], opened: null },
    });
    const over = await steps.plan(ids, { lastDay: addDays(today(), -1) });
    expect(await getAudit(owner, { ...ids, ...over })).toMatchObject({ opensOn: null });
    await openVerdicts(owner, { ...ids, ...over });
    const { verdicts } = await getAudit(owner, { ...ids, ...over });
    expect(verdicts[0]?.rows.map(({ verdict }) => verdict)).toContain('gap');
  });

  it('an audit that is withdrawn stays listed with its reason, and is not carried out', async () => {
    const { at, ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const withdraw = (reason: string) => withdrawAudit(owner, { ...ids, auditId, reason });
    await withdraw('Planned for the wrong metric.');
    expect((await getAudits(owner, ids)).audits).toMatchObject([
      { number: 1, state: 'withdrawn', isReplaceable: false },
    ]);
    const page = await getAudit(owner, { ...ids, auditId });
    expect(page.withdrawn).toMatchObject({ reason: 'Planned for the wrong metric.' });
    await expect(openVerdicts(owner, { ...ids, auditId })).rejects.toMatchObject({
      reason: 'audit-withdrawn',
    });
    await expect(withdraw('Again')).rejects.toMatchObject({ reason: 'audit-withdrawn' });
    const trail = await listAudit(owner.organisationId);
    expect(trail.find(({ action }) => action.endsWith('audit-withdrawn'))).toMatchObject({
      subjectId: at.systemId,
      detail: { number: 1, reason: 'Planned for the wrong metric.', wasOpened: false },
    });
  });

  it('what a withdrawn audit should have replaced stands again, and another may take its place', async () => {
    const { ids } = await steps.here();
    const first = await steps.plan(ids);
    const replacing = { supersedesId: first.auditId, supersedesReason: 'Too narrow.' };
    const second = await steps.plan(ids, replacing);
    await withdrawAudit(owner, { ...ids, auditId: second.auditId, reason: 'A mistake.' });
    const listed = async () =>
      (await getAudits(owner, ids)).audits.map(({ number, state, supersedes }) => [
        ...[number, state, supersedes],
      ]);
    expect(await listed()).toEqual([
      [2, 'withdrawn', 1],
      [1, 'planned', null],
    ]);
    await steps.plan(ids, replacing);
    expect(await listed()).toEqual([
      [3, 'planned', 1],
      [2, 'withdrawn', 1],
      [1, 'superseded', null],
    ]);
  });

  it('of withdrawing and concluding at once one is done', async () => {
    const { ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    const { run } = await steps.conclude(ids, auditId);
    const done = await Promise.allSettled([
      run(),
      withdrawAudit(owner, { ...ids, auditId, reason: 'Not now.' }),
    ]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lay = await createMember(workspace, 'lay-member');
    await expect(withdrawAudit(lay, { ...ids, auditId, reason: 'Not now.' })).rejects.toMatchObject(
      { code: 'forbidden' },
    );
  });
});

it('what the form of an audit misses is said at its field', () => {
  const id = '3f2b8e0a-7c1d-4e5f-9a6b-1c2d3e4f5a6b';
  const form = {
    ...{ metricId: id, versionId: id, beginning: 'version', purpose: 'x' },
    ...{ dueOn: addDays(today(), 9), revision: 0 },
  };
  const wrong = (more: Record<string, unknown>) =>
    planAuditSchema
      .safeParse({ ...form, ...more })
      .error?.issues.map(({ path, message }) => [path.join('.'), message]);
  expect(wrong({})).toBeUndefined();
  expect(wrong({ dueOn: '9999-12-31' })).toEqual([['dueOn', 'date-too-far']]);
  expect(wrong({ purpose: undefined })).toEqual([['purpose', 'audit-purpose-missing']]);
  expect(wrong({ beginning: 'day' })).toEqual([['firstDay', 'audit-first-day-missing']]);
  expect(wrong({ firstDay: '2026-01-01' })).toEqual([['firstDay', 'audit-first-day-stray']]);
  expect(wrong({ versionId: '', beginning: 'day', firstDay: '2026-01-01' })).toEqual([
    ['poolingReason', 'audit-pooling-reason-missing'],
  ]);
  expect(wrong({ lastDay: addDays(today(), 8) })).toBeUndefined();
  expect(wrong({ lastDay: addDays(today(), 9) })).toEqual([['dueOn', 'audit-due-before-end']]);
  expect(wrong({ versionId: '', poolingReason: 'x' })).toEqual([
    ['beginning', 'audit-beginning-of-version'],
  ]);
});
