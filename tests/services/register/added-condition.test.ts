import { parseWithZod } from '@conform-to/zod/v4';
import { beforeAll, expect, it } from 'vitest';
import { addCondition } from '#app/services/register/add-condition.server.ts';
import { addedConditionSchema } from '#app/services/register/condition-schema.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { suspendDeployment } from '#app/services/register/suspend-deployment.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { newSystem, plainYes } from './new-system.ts';

const typed = {
  ...{ text: 'Train the night shift', ownerId: 'role:clinical-lead', owner: '' },
  ...{ dueOn: '2026-05-01', isBeforeNext: 'yes', reason: 'Two errors at night' },
  ...{ decidedBy: 'The board', decidedOn: '2026-04-01', revision: '1' },
};
const parse = (own: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...typed, ...own })) form.append(name, value);
  return parseWithZod(form, { schema: addedConditionSchema });
};
const added = (own: Record<string, string> = {}) => {
  const submission = parse(own);
  if (submission.status !== 'success') throw new Error('a whole form');
  return submission.value;
};

it('the form says all that is missing of a condition at once', () => {
  const empty = { text: '', ownerId: '', owner: '', dueOn: '', reason: '' };
  expect(parse(empty).reply().error).toEqual({
    ...{ text: ['condition-missing'], owner: ['owner-missing'], dueOn: ['date-missing'] },
    reason: ['reason-missing'],
  });
  const both = parse({ owner: 'Ana' }).reply();
  expect(both.error).toEqual({ owner: ['owner-twice'] });
  expect(both.initialValue).toMatchObject({ owner: 'Ana', ownerId: 'role:clinical-lead' });
  const early = parse({ dueOn: '2026-03-31' }).reply().error;
  expect(early).toEqual({ dueOn: ['due-before-decision'] });
});

describeOnDatabases('a condition that is added', () => {
  let workspace: Workspace;
  let owner: Member;
  let north = '';
  beforeAll(async () => {
    workspace = await createWorkspace();
    [north = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });
  const decision = {
    ...plainYes,
    reason: 'Ready',
    decidedBy: 'The board',
    decidedOn: '2026-04-01',
  };

  it('leaves the stage as it is, holds up the next, and is in the trail', async () => {
    const ids = await newSystem(owner, north);
    await addCondition(owner, { ...ids, ...added() });
    const page = await getDeployment(owner, ids);
    expect(page.stage).toBe('pilot');
    expect(page.events[0]).toMatchObject({ number: 2, kind: 'conditions', stage: 'pilot' });
    expect(page.conditions).toMatchObject([
      {
        ...{ text: 'Train the night shift', ownerRole: 'clinical-lead', owner: '', ownerId: null },
        ...{ dueOn: '2026-05-01', isBeforeNext: true, number: 2, metOn: null },
      },
    ]);
    const { duties } = await getSystem(owner, ids);
    expect(duties.map(({ code }) => code)).toContain('condition-overdue');
    const next = decideStage(owner, { ...ids, ...decision, stage: 'live', revision: 2 });
    await expect(next).rejects.toMatchObject({ reason: 'conditions-open' });
    const trail = await listAudit(workspace.organisationId);
    expect(trail.find(({ action }) => action === 'condition.added')?.detail).toMatchObject({
      ...{ condition: 'Train the night shift', dueOn: '2026-05-01', ownerRole: 'clinical-lead' },
      ...{ reason: 'Two errors at night', decidedBy: 'The board' },
    });
  });

  it('leaves an emergency, and what is to be reviewed, as open as they were', async () => {
    const ids = await newSystem(owner, north);
    const asked = { ...decision, outcome: 'declined', reviewOn: '2999-01-01' } as const;
    await decideStage(owner, { ...ids, ...asked, stage: 'live', revision: 1 });
    await addCondition(owner, { ...ids, ...added({ revision: '2' }) });
    expect((await getDeployment(owner, ids)).reviewOn).toBe('2999-01-01');
    await suspendDeployment(owner, { ...ids, reason: 'Missed a stroke' });
    const day = today();
    await addCondition(owner, {
      ...ids,
      ...added({ revision: '4', decidedOn: day, dueOn: day }),
    });
    const page = await getDeployment(owner, ids);
    expect(page.ratifyBy).not.toBe(null);
    const confirmed = { ...decision, decidedOn: day, stage: 'suspended', revision: 5 } as const;
    await decideStage(owner, { ...ids, ...confirmed });
    expect((await getDeployment(owner, ids)).events[0]?.kind).toBe('ratification');
  });

  it('is added by one of two who do so at once, and only by who may decide', async () => {
    const ids = await newSystem(owner, north);
    const both = await Promise.allSettled(
      [1, 2].map(() => addCondition(owner, { ...ids, ...added() })),
    );
    const refused = both.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { reason: 'decided-meanwhile' } }]);
    const lay = await createMember(workspace, 'lay-member');
    const wrong = addCondition(lay, { ...ids, ...added({ revision: '2' }) });
    await expect(wrong).rejects.toMatchObject({ code: 'forbidden' });
    const northern = await createMember(workspace, 'secretary', [north]);
    const ofWhole = { systemId: ids.systemId, deploymentId: null, ...added() };
    await expect(addCondition(northern, ofWhole)).rejects.toMatchObject({
      reason: 'forbidden-sites',
    });
    const day = today();
    const whole = { ...ofWhole, ...added({ revision: '2', decidedOn: day, dueOn: day }) };
    await addCondition(owner, whole);
    expect((await getSystem(owner, ids)).conditions).toMatchObject([{ number: 3 }]);
  });

  it.each([
    ['date-in-future', { decidedOn: '2999-01-01', dueOn: '2999-02-01' }],
    ['decided-earlier', { decidedOn: '2026-02-01' }],
    ['person-unknown', { ownerId: 'nobody' }],
  ])('is refused: %s', async (reason, own) => {
    const ids = await newSystem(owner, north);
    const wrong = addCondition(owner, { ...ids, ...added(own) });
    await expect(wrong).rejects.toMatchObject({ reason });
  });

  it('is not asked of what is retired', async () => {
    const ids = await newSystem(owner, north);
    await decideStage(owner, { ...ids, ...decision, stage: 'retired', revision: 1 });
    const late = addCondition(owner, { ...ids, ...added({ revision: '2' }) });
    await expect(late).rejects.toMatchObject({ reason: 'stage-retired' });
  });
});
