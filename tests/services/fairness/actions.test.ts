import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { addDays } from '#app/days.ts';
import { finishAction, getAction } from '#app/services/fairness/finish-action.server.ts';
import { finishedActionSchema } from '#app/services/fairness/action-schema.ts';
import { getAudit } from '#app/services/fairness/get-audits.server.ts';
import { openActions } from '#app/services/fairness/open-actions.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import { fairnessActionOutcomes } from '#db/schema/fairness-action.ts';
import { fairnessAuditRuns, fairnessAudits } from '#db/schema/fairness-audit.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newPlace } from '../monitoring/watched-place.ts';
import { listAudit } from '../support/audit.ts';

const day = today();
const actions = [
  { action: 'Ask the supplier', dueOn: addDays(day, -1) },
  { action: 'Tell the panel', dueOn: addDays(day, 10) },
];
const done = { doneOn: day, doneBy: 'Ana Reader', evidence: 'Letter of the supplier' };

it('the form asks who did it, when, and how one can see it', () => {
  const { error } = finishedActionSchema.safeParse({ doneOn: day });
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['doneBy', 'action-doer-missing'],
    ['evidence', 'action-evidence-missing'],
  ]);
});

describe('what an audit asks for', () => {
  const row = (
    id: string,
    supersedesId: string | null,
    { isRun = false, isWithdrawn = false }: { isRun?: boolean; isWithdrawn?: boolean },
  ) =>
    ({
      audit: { id, deploymentId: 'd', supersedesId },
      run: isRun ? { actions } : null,
      withdrawn: isWithdrawn ? { at: new Date() } : null,
    }) as unknown as FairnessAudit;
  const first = row('a', null, { isRun: true });
  const isDone = [{ auditId: 'a', position: 0 }];
  const auditsOf = (rows: FairnessAudit[]) => openActions(rows, []).map(({ auditId }) => auditId);

  it('is asked for until it is done, or another was carried out in its place', () => {
    expect(openActions([first], []).map(({ action }) => action)).toEqual([
      ...['Ask the supplier', 'Tell the panel'],
    ]);
    expect(openActions([first], isDone)).toMatchObject([{ action: 'Tell the panel' }]);
    expect(openActions([first, row('b', 'a', {})], isDone)).toHaveLength(1);
    expect(auditsOf([first, row('b', 'a', { isRun: true })])).toEqual(['b', 'b']);
  });

  it('stays where the next was withdrawn, until the one after that is carried out', () => {
    const withdrawn = row('b', 'a', { isWithdrawn: true });
    expect(auditsOf([first, withdrawn])).toEqual(['a', 'a']);
    expect(auditsOf([first, withdrawn, row('c', 'b', {})])).toEqual(['a', 'a']);
    expect(auditsOf([first, withdrawn, row('c', 'b', { isRun: true })])).toEqual(['c', 'c']);
  });
});

describeOnDatabases('actions of a fairness audit', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  /** An audit that was carried out, in the place of another or as the first. */
  async function carriedOut(deploymentId: string, supersedesId: string | null) {
    const { organisationId } = workspace;
    const auditId = randomUUID();
    await withActor({ kind: 'system', organisationId }, async (tx) => {
      await tx.insert(fairnessAudits).values({
        ...{ organisationId, deploymentId, id: auditId, planNumber: 1, supersedesId },
        ...(supersedesId === null ? { number: 1 } : { number: 2, supersedesReason: 'x' }),
        ...{ metric: 'override', groups: [], purpose: 'x', dueOn: day, plannedBy: 'x' },
      });
      await tx.insert(fairnessAuditRuns).values({
        ...{ organisationId, auditId, asOf: new Date(), ranOn: addDays(day, -20), actions },
        ...{ carriedOutBy: 'x', verdicts: [], evidenceHash: 'x', codeVersion: 'x' },
        ...{ conclusion: 'A gap', nextDueOn: addDays(day, 300), recordedBy: 'x' },
      });
    });
    return auditId;
  }
  async function audited() {
    const { systemId, deploymentId } = await newPlace(owner, workspace.siteIds[0] ?? '');
    return { systemId, deploymentId, auditId: await carriedOut(deploymentId, null) };
  }
  const duties = async (ids: { systemId: string }) =>
    (await getSystem(owner, ids)).duties.filter(({ code }) => code.startsWith('fairness-action'));

  it('are duties until somebody records that they are done, with day and who', async () => {
    const ids = await audited();
    const at = {
      path: `/deployments/${ids.deploymentId}/monitoring/audits/${ids.auditId}`,
      place: { site: 'North', unit: 'Emergency' },
    };
    expect(await duties(ids)).toEqual([
      { code: 'fairness-action-overdue', on: actions[0]?.dueOn, what: 'Ask the supplier', ...at },
      { code: 'fairness-action-open', on: actions[1]?.dueOn, what: 'Tell the panel', ...at },
    ]);
    await finishAction(owner, { ...ids, position: 0, ...done });
    expect(await duties(ids)).toMatchObject([{ what: 'Tell the panel' }]);
    const page = await getAudit(owner, ids);
    expect(page.done).toMatchObject([{ position: 0, ...done }]);
    expect(await getAction(owner, { ...ids, position: 0 })).toMatchObject({ done });
    const trail = await listAudit(workspace.organisationId);
    expect(
      trail.find(({ action }) => action === 'monitoring.fairness-action-done')?.detail,
    ).toMatchObject({ action: 'Ask the supplier', doneBy: 'Ana Reader', doneOn: day });
  });

  it('are recorded as done once, by one of two who do so at once, and stay', async () => {
    const ids = await audited();
    const finish = () => finishAction(owner, { ...ids, position: 1, ...done });
    const both = await Promise.allSettled([finish(), finish()]);
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { reason: 'action-done-meanwhile' } },
    ]);
    await expect(
      getDatabase()
        .delete(fairnessActionOutcomes)
        .where(eq(fairnessActionOutcomes.auditId, ids.auditId)),
    ).rejects.toThrow();
  });

  it('are not done before the audit, nor tomorrow, nor by who may not, nor where none is', async () => {
    const ids = await audited();
    const finish = (own: object, member = owner) =>
      finishAction(member, { ...ids, position: 0, ...done, ...own });
    await expect(finish({ doneOn: addDays(day, -21) })).rejects.toMatchObject({
      reason: 'action-done-before-audit',
    });
    await expect(finish({ doneOn: addDays(day, 1) })).rejects.toMatchObject({
      reason: 'date-in-future',
    });
    await expect(finish({ position: 2 })).rejects.toMatchObject({ code: 'not-found' });
    const lay = await createMember(workspace, 'lay-member');
    await expect(finish({}, lay)).rejects.toMatchObject({ code: 'forbidden' });
    const southern = await createMember(workspace, 'model-owner', [workspace.siteIds[1] ?? '']);
    await expect(finish({}, southern)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are recorded no longer once another audit was carried out in the place of theirs', async () => {
    const ids = await audited();
    const successor = await carriedOut(ids.deploymentId, ids.auditId);
    await expect(finishAction(owner, { ...ids, position: 0, ...done })).rejects.toMatchObject({
      ...{ code: 'illegal-state', reason: 'audit-superseded' },
    });
    expect(await getAction(owner, { ...ids, position: 0 })).toMatchObject({
      ...{ successor: { id: successor, number: 2 }, done: null },
    });
    await finishAction(owner, { ...ids, auditId: successor, position: 0, ...done });
  });
});
