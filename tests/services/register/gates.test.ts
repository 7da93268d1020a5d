import { beforeAll, expect, it } from 'vitest';
import { getBoardMonitoring } from '#app/services/monitoring/get-board-monitoring.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { addDeployment } from '#app/services/register/add-deployment.server.ts';
import { addVersion } from '#app/services/register/add-version.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { endPerson } from '#app/services/register/end-person.server.ts';
import { getDecision } from '#app/services/register/get-decision.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { getPeople } from '#app/services/register/get-people.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { listSystems } from '#app/services/register/list-systems.server.ts';
import { meetCondition } from '#app/services/register/meet-condition.server.ts';
import { suspendDeployment } from '#app/services/register/suspend-deployment.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { nameRoles, newSystem, plainYes, systemInUse } from './new-system.ts';

const said = { reason: 'Ready', decidedBy: 'The board', decidedOn: '2026-04-01' };
const decision = { ...plainYes, ...said };
const condition = (own: Partial<{ text: string; dueOn: string; isBeforeNext: boolean }> = {}) => ({
  ...{ text: 'Train the nurses', ownerId: null, ownerRole: null, owner: 'Ana' },
  ...{ dueOn: '2026-05-01', isBeforeNext: true, ...own },
});
const contingent = { ...decision, outcome: 'approved-with-contingencies' as const };

describeOnDatabases('gates of a life in use', () => {
  let workspace: Workspace;
  let owner: Member;
  let north = '';

  beforeAll(async () => {
    workspace = await createWorkspace();
    [north = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });

  /** A place that went from pilot through a restriction with conditions. */
  async function restricted(conditions = [condition()]) {
    const ids = await newSystem(owner, north);
    await decideStage(owner, {
      ...{ ...ids, ...contingent, stage: 'restricted', revision: 1, conditions },
    });
    return ids;
  }

  it.each(['declined', 'to-be-reviewed'] as const)(
    'what is %s leaves the stage as it is and stays with what was asked for',
    async (outcome) => {
      const ids = await newSystem(owner, north);
      const asked = { ...decision, outcome, stage: 'live', reviewOn: '2026-05-01' } as const;
      await decideStage(owner, { ...ids, ...asked, revision: 1 });
      const page = await getDeployment(owner, ids);
      expect(page).toMatchObject({ stage: 'pilot', reviewOn: '2026-05-01' });
      expect(page.events[0]).toMatchObject({
        ...{ number: 2, outcome, stage: 'pilot', askedStage: 'live', reason: 'Ready' },
      });
      const { duties } = await getSystem(owner, ids);
      expect(duties).toContainEqual({
        ...{
          code: 'review-overdue',
          on: '2026-05-01',
          place: { site: 'North', unit: 'Emergency' },
        },
        path: `/deployments/${ids.deploymentId}#decisions`,
      });
      await decideStage(owner, { ...ids, ...decision, stage: 'live', revision: 2 });
      const later = await getDeployment(owner, ids);
      expect(later).toMatchObject({ stage: 'live', reviewOn: null });
      expect((await getSystem(owner, ids)).duties.map(({ code }) => code)).not.toContain(
        'review-overdue',
      );
    },
  );

  it('what is declined leaves an emergency as open as it was', async () => {
    const ids = await newSystem(owner, north);
    await suspendDeployment(owner, { ...ids, reason: 'Missed a stroke' });
    const now = { ...decision, decidedOn: today() };
    const asked = { ...now, outcome: 'declined', stage: 'live', reviewOn: '2999-01-01' } as const;
    await decideStage(owner, { ...ids, ...asked, revision: 2 });
    const { ratifyBy, stage } = await getDeployment(owner, ids);
    expect(stage).toBe('suspended');
    expect(ratifyBy).not.toBe(null);
    await decideStage(owner, { ...ids, ...now, stage: 'suspended', revision: 3 });
    const after = await getDeployment(owner, ids);
    expect(after).toMatchObject({ ratifyBy: null, events: [{ kind: 'ratification' }, {}, {}, {}] });
  });

  it('a condition is listed until it is met, red once its day has passed', async () => {
    const late = condition({ text: 'Report to the panel', isBeforeNext: false });
    const ids = await restricted([late, condition({ dueOn: '2999-01-01' })]);
    const overdue = {
      ...{ code: 'condition-overdue', on: '2026-05-01', what: 'Report to the panel' },
      place: { site: 'North', unit: 'Emergency' },
      path: `/deployments/${ids.deploymentId}#conditions`,
    };
    const { duties } = await getSystem(owner, ids);
    expect(duties.filter(({ code }) => code === 'condition-overdue')).toEqual([overdue]);
    const listed = (await listSystems(owner)).systems.find(({ id }) => id === ids.systemId);
    expect(listed?.duties).toContainEqual(overdue);
    const reader = await getMonitoringReader(new Request('http://attune.example/'));
    const onBoard = async () =>
      (await getBoardMonitoring(owner, reader)).overdue
        .filter(({ systemId }) => systemId === ids.systemId)
        .map(({ text, dueOn, place }) => [text, dueOn, place?.unit]);
    expect(await onBoard()).toEqual([['Report to the panel', '2026-05-01', 'Emergency']]);
    const { conditions } = await getDeployment(owner, ids);
    expect(conditions.map(({ text, owner: by, metOn }) => [text, by, metOn])).toEqual([
      ['Report to the panel', 'Ana', null],
      ['Train the nurses', 'Ana', null],
    ]);
    const conditionId = conditions[0]?.id ?? '';
    const met = { systemId: ids.systemId, conditionId, metOn: '2026-05-20', evidence: 'Minutes' };
    const tooEarly = meetCondition(owner, { ...met, metOn: '2020-01-01' });
    await expect(tooEarly).rejects.toMatchObject({ reason: 'met-before-asked' });
    await meetCondition(owner, met);
    const after = await getDeployment(owner, ids);
    expect(after.conditions[0]).toMatchObject({ metOn: '2026-05-20', evidence: 'Minutes' });
    expect(await onBoard()).toEqual([]);
    const left = await getSystem(owner, ids);
    expect(left.duties.map(({ code }) => code)).not.toContain('condition-overdue');
    const trail = await listAudit(workspace.organisationId);
    expect(trail.map(({ action }) => action)).toContain('condition.met');
  });

  it('that a condition is met is said by one of two who say it at once, and stays', async () => {
    const ids = await restricted();
    const conditionId = (await getDeployment(owner, ids)).conditions[0]?.id ?? '';
    const met = { systemId: ids.systemId, conditionId, metOn: '2026-05-20' };
    const results = await Promise.allSettled(
      ['One', 'Another'].map((evidence) => meetCondition(owner, { ...met, evidence })),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { reason: 'condition-met-meanwhile' } }]);
    const future = meetCondition(owner, { ...met, metOn: '2999-01-01', evidence: 'x' });
    await expect(future).rejects.toMatchObject({ reason: 'date-in-future' });
  });

  it('no further stage comes before its conditions, unless the decision says why', async () => {
    const ids = await restricted();
    const next = { ...ids, ...decision, stage: 'live' as const, revision: 2 };
    await expect(decideStage(owner, next)).rejects.toMatchObject({ reason: 'conditions-open' });
    expect((await getDecision(owner, ids)).open).toMatchObject([{ text: 'Train the nurses' }]);
    // To stop, or to go back, is no further stage; and stopping between does not lead past it.
    await decideStage(owner, { ...next, stage: 'suspended' });
    const resumed = decideStage(owner, { ...next, revision: 3 });
    await expect(resumed).rejects.toMatchObject({ reason: 'conditions-open' });
    await decideStage(owner, { ...next, stage: 'restricted', revision: 3 });
    await decideStage(owner, { ...next, revision: 4, despite: 'Half of them are trained' });
    const { stage, events } = await getDeployment(owner, ids);
    expect(stage).toBe('live');
    expect(events[0]?.despite).toBe('Half of them are trained');
  });

  it('a condition that may wait, or that is met, holds nothing up', async () => {
    const may = await restricted([condition({ isBeforeNext: false })]);
    await decideStage(owner, { ...may, ...decision, stage: 'live', revision: 2 });
    const ids = await restricted();
    const conditionId = (await getDeployment(owner, ids)).conditions[0]?.id ?? '';
    const met = { systemId: ids.systemId, conditionId, metOn: '2026-05-20', evidence: 'x' };
    await meetCondition(owner, met);
    await decideStage(owner, { ...ids, ...decision, stage: 'live', revision: 2 });
    expect((await getDeployment(owner, ids)).stage).toBe('live');
  });

  it('its owner is somebody of the organisation by their name, or words', async () => {
    const ids = await newSystem(owner, north);
    const own = { ...contingent, stage: 'live', revision: 1 } as const;
    const stranger = { ...condition(), ownerId: 'nobody' };
    const wrong = decideStage(owner, { ...ids, ...own, conditions: [stranger] });
    await expect(wrong).rejects.toMatchObject({ reason: 'person-unknown' });
    const known = { ...condition(), ownerId: owner.userId, owner: '' };
    await decideStage(owner, { ...ids, ...own, conditions: [known] });
    const { conditions } = await getDeployment(owner, ids);
    expect(conditions).toMatchObject([{ ownerId: owner.userId, stage: 'live', number: 2 }]);
  });

  it('pilot and use need an owner, a safety officer and a clinical lead on that day', async () => {
    const ids = await newSystem(owner, north);
    const { systemId } = ids;
    const { serving } = await getPeople(owner, { systemId });
    const officer = serving.find(({ role }) => role === 'safety-officer');
    const ended = { systemId, personId: officer?.id ?? '', untilOn: '2026-03-31' };
    await endPerson(owner, ended);
    const use = { ...ids, ...decision, stage: 'live' as const, revision: 1 };
    await expect(decideStage(owner, use)).rejects.toMatchObject({
      ...{ reason: 'roles-missing', values: { roles: 'safety-officer' } },
    });
    expect((await getDecision(owner, ids)).missing).toEqual(['safety-officer']);
    // Nobody has to be there to say no, to stop, or to have decided while they were.
    await decideStage(owner, { ...use, outcome: 'declined', reviewOn: '2026-06-01' });
    await decideStage(owner, { ...use, stage: 'suspended', revision: 2 });
    // To be in use again, if restricted, does need them.
    const again = decideStage(owner, { ...use, stage: 'restricted', revision: 3 });
    await expect(again).rejects.toMatchObject({ reason: 'roles-missing' });
  });

  it('to restrict what was in use needs nobody; to come into use restricted does', async () => {
    const ids = await newSystem(owner, north);
    const { serving } = await getPeople(owner, { systemId: ids.systemId });
    const officer = serving.find(({ role }) => role === 'safety-officer');
    const ended = { systemId: ids.systemId, personId: officer?.id ?? '', untilOn: '2026-03-31' };
    await endPerson(owner, ended);
    const step = { ...ids, ...decision };
    await decideStage(owner, { ...step, stage: 'restricted', revision: 1 });
    await decideStage(owner, { ...step, stage: 'silent', revision: 2 });
    const out = { ...step, stage: 'restricted' as const, revision: 3, despite: 'Well known' };
    await expect(decideStage(owner, out)).rejects.toMatchObject({
      ...{ reason: 'roles-missing', values: { roles: 'safety-officer' } },
    });
  });

  it.each(['pilot', 'restricted'] as const)('nor is a place entered as %s', async (stage) => {
    const { systemId } = await systemInUse(owner);
    for (const { id: personId } of (await getPeople(owner, { systemId })).serving) {
      await endPerson(owner, { systemId, personId, untilOn: '2026-03-31' });
    }
    const { versionId } = await addVersion(owner, { systemId, version: '1.0' });
    const place = {
      ...{ systemId, siteId: north, unit: 'Ward', versionId, validFrom: '2026-03-01' },
      ...{ ...said, stage },
    };
    const slug = `ward-${systemId.slice(0, 8)}`;
    await expect(addDeployment(owner, { ...place, slug })).rejects.toMatchObject({
      ...{ reason: 'roles-missing' },
      values: { roles: 'system-owner safety-officer clinical-lead' },
    });
    await nameRoles(owner, systemId, '2026-04-01');
    await addDeployment(owner, { ...place, slug });
  });

  it('of a system as a whole they are decided by who sees all of it', async () => {
    const ids = await newSystem(owner, north);
    const whole = { systemId: ids.systemId, deploymentId: null };
    const approved = { ...whole, ...contingent, decidedOn: today(), stage: 'restricted' as const };
    const conditions = [condition({ dueOn: today() })];
    await decideStage(owner, { ...approved, revision: 2, conditions });
    const page = await getSystem(owner, ids);
    expect(page).toMatchObject({ frame: { stage: 'restricted' }, conditions: [{ metOn: null }] });
    expect((await getDeployment(owner, ids)).conditions).toEqual([]);
    const northern = await createMember(workspace, 'secretary', [north]);
    expect(page.frame.may.decideWhole).toBe(true);
    expect((await getSystem(northern, ids)).frame.may.decideWhole).toBe(false);
    expect(await getDecision(northern, ids)).toMatchObject({
      deployment: { id: ids.deploymentId },
    });
    await expect(getDecision(northern, whole)).rejects.toMatchObject({ reason: 'forbidden-sites' });
    const conditionId = page.conditions[0]?.id ?? '';
    const met = { systemId: ids.systemId, conditionId, metOn: today(), evidence: 'x' };
    await expect(meetCondition(northern, met)).rejects.toMatchObject({ code: 'forbidden' });
    const lay = await createMember(workspace, 'lay-member');
    await expect(meetCondition(lay, met)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('what a place of another site waits for is not told', async () => {
    const ids = await restricted();
    const [, south = ''] = workspace.siteIds;
    const southern = await createMember(workspace, 'secretary', [south]);
    const { duties } = await getSystem(southern, ids);
    expect(duties.map(({ code }) => code)).not.toContain('condition-overdue');
    const conditionId = (await getDeployment(owner, ids)).conditions[0]?.id ?? '';
    const met = { systemId: ids.systemId, conditionId, metOn: '2026-05-20', evidence: 'x' };
    await expect(meetCondition(southern, met)).rejects.toMatchObject({ code: 'not-found' });
  });
});
