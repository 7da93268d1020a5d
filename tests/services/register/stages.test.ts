import { beforeAll, expect, it } from 'vitest';
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

const decision = { ...plainYes, reason: 'Ready', decidedBy: 'The board', decidedOn: '2026-04-01' };

describeOnDatabases('stages of systems and deployments', () => {
  let workspace: Workspace;
  let owner: Member;
  let north = '';

  beforeAll(async () => {
    workspace = await createWorkspace();
    [north = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });

  it('change by a decision, and each decision stays', async () => {
    const ids = await newSystem(owner, north);
    const chair = await createMember(workspace, 'board-chair');
    await decideStage(chair, { ...ids, ...decision, stage: 'live', revision: 1 });
    const { stage, events } = await getDeployment(owner, ids);
    expect(stage).toBe('live');
    expect(events.map((event) => [event.number, event.kind, event.stage])).toEqual([
      [2, 'decision', 'live'],
      [1, 'first', 'pilot'],
    ]);
    const { frame } = await getSystem(owner, ids);
    expect(frame.stage).toBe('live');
  });

  it('are decided by one of two who decide at once', async () => {
    const ids = await newSystem(owner, north);
    const results = await Promise.allSettled(
      (['live', 'retired'] as const).map((stage) =>
        decideStage(owner, { ...ids, ...decision, stage, revision: 1 }),
      ),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'conflict', reason: 'decided-meanwhile' } }]);
  });

  it.each([
    ['stage-same', { stage: 'pilot' as const }],
    ['decided-earlier', { stage: 'live' as const, decidedOn: '2026-02-19' }],
    ['decided-earlier', { stage: 'retired' as const, decidedOn: '2020-01-01' }],
    ['change-before-start', { stage: 'retired' as const, decidedOn: '2026-02-28' }],
    ['date-in-future', { stage: 'live' as const, decidedOn: '2999-01-01' }],
  ])('are refused where nothing was decided: %s', async (reason, change) => {
    const ids = await newSystem(owner, north);
    const wrong = decideStage(owner, { ...ids, ...decision, revision: 1, ...change });
    await expect(wrong).rejects.toMatchObject({ reason });
  });

  it('end with retirement', async () => {
    const ids = await newSystem(owner, north);
    const chair = await createMember(workspace, 'board-chair', [north]);
    await decideStage(chair, { ...ids, ...decision, stage: 'retired', revision: 1 });
    const { periods } = await getDeployment(owner, ids);
    const standing = periods.filter(({ supersededAt }) => supersededAt === null);
    expect(standing).toMatchObject([{ version: '1.0', validTo: decision.decidedOn }]);
    const back = decideStage(owner, { ...ids, ...decision, stage: 'live', revision: 2 });
    await expect(back).rejects.toMatchObject({ reason: 'stage-retired' });
  });

  it('are suspended at once in an emergency, which somebody has to ratify', async () => {
    const ids = await newSystem(owner, north);
    const officer = await createMember(workspace, 'safety-officer', [north]);
    await suspendDeployment(officer, { ...ids, reason: 'Missed a stroke' });
    const stopped = await getDeployment(owner, ids);
    expect(stopped).toMatchObject({ stage: 'suspended', events: [{ kind: 'emergency' }, {}] });
    expect(stopped.ratifyBy).not.toBe(null);
    const { duties } = await getSystem(owner, ids);
    expect(duties.map(({ code }) => code)).toContain('unratified');
    const again = suspendDeployment(officer, { ...ids, reason: 'x' });
    await expect(again).rejects.toMatchObject({ reason: 'nothing-to-suspend' });
    const ratified = { ...decision, decidedOn: today() };
    await decideStage(owner, { ...ids, ...ratified, stage: 'suspended', revision: 2 });
    const after = await getDeployment(owner, ids);
    expect(after).toMatchObject({ ratifyBy: null, events: [{ kind: 'ratification' }, {}, {}] });
    const trail = (await listAudit(workspace.organisationId)).map(({ action }) => action);
    expect(trail).toContain('deployment.suspended');
  });

  it('are not for who may only read', async () => {
    const ids = await newSystem(owner, north);
    const lay = await createMember(workspace, 'lay-member');
    const decide = decideStage(lay, { ...ids, ...decision, stage: 'live', revision: 1 });
    await expect(decide).rejects.toMatchObject({ code: 'forbidden' });
    const stop = suspendDeployment(lay, { ...ids, reason: 'x' });
    await expect(stop).rejects.toMatchObject({ code: 'forbidden' });
    const northern = await createMember(workspace, 'secretary', [north]);
    const whole = { ...ids, deploymentId: null, ...decision, stage: 'live' as const, revision: 2 };
    await expect(decideStage(northern, whole)).rejects.toMatchObject({ reason: 'forbidden-sites' });
  });
});
