import { beforeAll, expect, it } from 'vitest';
import { addDeployment } from '#app/services/register/add-deployment.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { suspendDeployment } from '#app/services/register/suspend-deployment.server.ts';
import { suspendSystem } from '#app/services/register/suspend-system.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { newSystem, plainYes } from './new-system.ts';

describeOnDatabases('a system that is suspended at once', () => {
  let workspace: Workspace;
  let owner: Member;
  let officer: Member;
  let [north, south] = ['', ''];
  beforeAll(async () => {
    workspace = await createWorkspace();
    [north = '', south = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
    officer = await createMember(workspace, 'safety-officer');
  });

  const addPlace = (systemId: string, versionId: string, unit: string) =>
    addDeployment(owner, {
      ...{ systemId, siteId: south, unit, slug: `${unit}-${versionId.slice(0, 8)}`, versionId },
      ...{ validFrom: '2026-03-01', stage: 'silent', reason: 'x', decidedBy: 'x' },
      decidedOn: '2026-03-01',
    });
  const trailOf = async (systemId: string) =>
    (await listAudit(workspace.organisationId)).filter(({ subjectId }) => subjectId === systemId);

  it('stands still at every place, which the trail names, and goes on by one decision', async () => {
    const ids = await newSystem(owner, north);
    const { deploymentId: ward } = await addPlace(ids.systemId, ids.first, 'ward');
    const { deploymentId: stopped } = await addPlace(ids.systemId, ids.first, 'clinic');
    await suspendDeployment(officer, { ...ids, deploymentId: stopped, reason: 'Harm there' });
    await suspendSystem(officer, { systemId: ids.systemId, reason: 'Missed a stroke' });
    for (const [deploymentId, stage] of [
      [ids.deploymentId, 'pilot'],
      [ward, 'silent'],
      [stopped, 'suspended'],
    ] as const) {
      const page = await getDeployment(owner, { ...ids, deploymentId });
      expect(page).toMatchObject({ stage, stageHere: 'suspended', contradictions: [] });
    }
    const trail = await trailOf(ids.systemId);
    const entries = trail.filter(({ action }) => action === 'system.suspended');
    expect(entries).toMatchObject([
      { actor: officer.userId, detail: { before: 'live', reason: 'Missed a stroke' } },
    ]);
    const places = entries[0]?.detail['places'] as { deploymentId: string; before: string }[];
    expect(new Map(places.map(({ deploymentId, before }) => [deploymentId, before]))).toEqual(
      new Map([
        [ids.deploymentId, 'pilot'],
        [ward, 'silent'],
      ]),
    );
    const { ratifyBy, duties, stageEvents } = await getSystem(owner, ids);
    expect(ratifyBy).not.toBe(null);
    expect(duties).toContainEqual({ code: 'unratified', on: ratifyBy, path: '#decisions' });
    expect(stageEvents[0]).toMatchObject({ kind: 'emergency', stage: 'suspended', number: 3 });
    const decided = { ...plainYes, reason: 'x', decidedBy: 'The board', decidedOn: today() };
    const whole = { systemId: ids.systemId, deploymentId: null, ...decided };
    await decideStage(owner, { ...whole, stage: 'suspended', revision: 3 });
    expect((await getSystem(owner, ids)).ratifyBy).toBe(null);
    await decideStage(owner, { ...whole, stage: 'live', revision: 4 });
    expect(await getDeployment(owner, ids)).toMatchObject({ stageHere: 'pilot' });
    const still = await getDeployment(owner, { ...ids, deploymentId: stopped });
    expect(still.stageHere).toBe('suspended');
  });

  it('is stopped by one of two who do so at once, also at a place that comes in meanwhile', async () => {
    const { systemId, first } = await newSystem(owner, north);
    const results = await Promise.allSettled([
      suspendSystem(officer, { systemId, reason: 'One' }),
      suspendSystem(owner, { systemId, reason: 'Another' }),
      addPlace(systemId, first, 'late'),
    ]);
    expect(results.slice(0, 2).filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'illegal-state', reason: 'system-stopped-already' } },
    ]);
    expect((await getSystem(owner, { systemId })).stageEvents).toHaveLength(3);
    const [late] = results.slice(2);
    if (late?.status === 'fulfilled') {
      const { deploymentId } = late.value as { deploymentId: string };
      const { stageHere } = await getDeployment(owner, { systemId, deploymentId });
      expect(stageHere).toBe('suspended');
    } else expect(late).toMatchObject({ reason: { reason: 'stage-beyond-system' } });
  });

  it('is not stopped by who sees some of its sites, nor by who may only read', async () => {
    const { systemId } = await newSystem(owner, north);
    const northern = await createMember(workspace, 'safety-officer', [north]);
    const lay = await createMember(workspace, 'lay-member');
    await expect(suspendSystem(northern, { systemId, reason: 'x' })).rejects.toMatchObject({
      reason: 'forbidden-sites',
    });
    await expect(suspendSystem(lay, { systemId, reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await getSystem(northern, { systemId })).frame.may.suspend).toBe(false);
    const { stageEvents } = await getSystem(owner, { systemId });
    expect(stageEvents[0]?.stage).toBe('live');
  });
});
