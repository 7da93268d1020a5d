import { beforeAll, describe, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { addDays } from '#app/days.ts';
import { addDeployment } from '#app/services/register/add-deployment.server.ts';
import { changeVersion } from '#app/services/register/change-version.server.ts';
import { correctPeriod } from '#app/services/register/correct-period.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { endRunning } from '#app/services/register/end-running.server.ts';
import { contradictionsOf, goesBeyond } from '#app/services/register/fitting-stages.ts';
import { getDecision } from '#app/services/register/get-decision.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { listDeployments } from '#app/services/register/list-deployments.server.ts';
import { lifecycleStages } from '#app/services/register/register-words.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { stageEvents } from '#db/schema/deployment.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem, plainYes } from './new-system.ts';

const decision = { ...plainYes, reason: 'Ready', decidedBy: 'The board', decidedOn: '2026-04-01' };

describe('how far a place goes', () => {
  it.each<[LifecycleStage, LifecycleStage[]]>([
    ['idea', ['idea', 'suspended', 'retired']],
    ['silent', ['idea', 'procurement', 'sandbox', 'silent', 'suspended', 'retired']],
    [
      'restricted',
      [
        ...(['idea', 'procurement', 'sandbox', 'silent', 'pilot', 'restricted'] as const),
        ...(['suspended', 'retired'] as const),
      ],
    ],
    ['live', [...lifecycleStages]],
    ['suspended', ['idea', 'procurement', 'sandbox', 'suspended', 'retired']],
  ])('is no further than its system that is %s', (system, allowed) => {
    expect(lifecycleStages.filter((place) => !goesBeyond(place, system))).toEqual(allowed);
  });

  it('is a contradiction in what is running, not in what was stopped as a whole', () => {
    const of = (whole: LifecycleStage, own: LifecycleStage, runs = true) => {
      const shared = { systemId: 's', number: 1, kind: 'first', outcome: 'approved' } as const;
      const events = [
        { ...shared, deploymentId: null, stage: whole, reviewOn: null, ratifyBy: null },
        { ...shared, deploymentId: 'd', stage: own, reviewOn: null, ratifyBy: null },
      ];
      const places = [{ id: 'd', systemId: 's' }];
      const running = new Set(runs ? ['d'] : []);
      return contradictionsOf(events, { systemId: 's', places }, running).map(({ code }) => code);
    };
    expect(of('silent', 'pilot')).toEqual(['stage-beyond-system']);
    expect(of('live', 'pilot')).toEqual([]);
    expect(of('live', 'idea')).toEqual(['stage-version-runs']);
    expect(of('live', 'idea', false)).toEqual([]);
    expect(of('suspended', 'live')).toEqual([]);
    expect(of('retired', 'live')).toEqual(['stage-version-runs']);
    expect(of('retired', 'live', false)).toEqual([]);
  });
});

describeOnDatabases('stages of a system and of its places', () => {
  let workspace: Workspace;
  let owner: Member;
  let north = '';
  beforeAll(async () => {
    workspace = await createWorkspace();
    [north = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });
  const whole = ({ systemId }: { systemId: string }) => ({
    ...{ systemId, deploymentId: null, ...decision, decidedOn: '2999-01-01' },
  });
  /** The system is entered today, so that what is decided about it is not of an earlier day. */
  const ofWhole = (ids: { systemId: string }, stage: LifecycleStage, revision = 2) =>
    decideStage(owner, {
      ...{ ...whole(ids), decidedOn: new Date().toISOString().slice(0, 10), stage, revision },
    });
  const ofPlace = (
    ids: { systemId: string; deploymentId: string },
    stage: LifecycleStage,
    revision = 1,
  ) => decideStage(owner, { ...ids, ...decision, stage, revision });

  it('fit: no place goes further than the system, no system falls behind a place', async () => {
    const ids = await newSystem(owner, north);
    await expect(ofWhole(ids, 'silent')).rejects.toMatchObject({ reason: 'system-behind-places' });
    await ofWhole(ids, 'pilot');
    await expect(ofPlace(ids, 'live')).rejects.toMatchObject({ reason: 'stage-beyond-system' });
    const another = addDeployment(owner, {
      ...{
        systemId: ids.systemId,
        siteId: north,
        unit: 'Ward',
        slug: `w-${ids.first.slice(0, 8)}`,
      },
      ...{ versionId: ids.first, validFrom: '2026-03-01', stage: 'live', reason: 'x' },
      ...{ decidedBy: 'The board', decidedOn: '2026-04-01' },
    });
    await expect(another).rejects.toMatchObject({ reason: 'stage-beyond-system' });
    await ofPlace(ids, 'silent');
    await ofWhole(ids, 'silent', 3);
    // What is not approved changes nothing, and may ask for whatever it likes.
    const declined = { ...decision, outcome: 'declined', reviewOn: '2999-01-01' } as const;
    await decideStage(owner, { ...ids, ...declined, stage: 'live', revision: 2 });
    const { places } = await getDecision(owner, { systemId: ids.systemId, deploymentId: null });
    expect(places).toMatchObject([{ unit: 'Emergency', stage: 'silent' }]);
  });

  it('of two who decide at once about system and place, those fit that came first', async () => {
    const ids = await newSystem(owner, north);
    const results = await Promise.allSettled([ofWhole(ids, 'pilot'), ofPlace(ids, 'live')]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect((await getDeployment(owner, ids)).contradictions).toEqual([]);
  });

  it('a suspension of the whole holds at each place, and is never refused', async () => {
    const ids = await newSystem(owner, north);
    await ofWhole(ids, 'suspended');
    const page = await getDeployment(owner, ids);
    expect(page).toMatchObject({ stage: 'pilot', stageHere: 'suspended', contradictions: [] });
    await expect(ofPlace(ids, 'live')).rejects.toMatchObject({ reason: 'stage-beyond-system' });
    await ofWhole(ids, 'live', 3);
    expect(await getDeployment(owner, ids)).toMatchObject({ stageHere: 'pilot' });
  });

  it('while the whole is suspended a place is taken back, so that it can go on at an earlier stage', async () => {
    const ids = await newSystem(owner, north);
    await ofWhole(ids, 'suspended');
    const tooFar = ofWhole(ids, 'silent', 3);
    await expect(tooFar).rejects.toMatchObject({ reason: 'system-behind-places' });
    const { places } = await getDecision(owner, { systemId: ids.systemId, deploymentId: null });
    expect(places).toMatchObject([{ unit: 'Emergency', stage: 'pilot' }]);
    await ofPlace(ids, 'silent');
    expect(await getDeployment(owner, ids)).toMatchObject({ stageHere: 'suspended' });
    await ofWhole(ids, 'silent', 3);
    expect(await getDeployment(owner, ids)).toMatchObject({ stageHere: 'silent' });
  });

  it('nothing runs at an idea, nor at what is retired', async () => {
    const ids = await newSystem(owner, north);
    await expect(ofPlace(ids, 'idea')).rejects.toMatchObject({ reason: 'stage-version-runs' });
    const change = { ...ids, from: '2026-03-15', reason: 'x' };
    await changeVersion(owner, { ...change, versionId: null });
    await ofPlace(ids, 'idea');
    const again = changeVersion(owner, { ...change, versionId: ids.second, from: '2026-05-01' });
    await expect(again).rejects.toMatchObject({ reason: 'version-before-stage' });
    const right = { versionId: ids.second, validFrom: '2026-05-01', validTo: null };
    const corrected = correctPeriod(owner, { ...ids, periodId: null, right, reason: 'x' });
    await expect(corrected).rejects.toMatchObject({ reason: 'version-before-stage' });
    // A stop of the whole is no way around it: what began meanwhile would run at an idea once it is lifted.
    await ofWhole(ids, 'suspended');
    const meanwhile = changeVersion(owner, {
      ...change,
      versionId: ids.second,
      from: '2026-05-01',
    });
    await expect(meanwhile).rejects.toMatchObject({ reason: 'version-before-stage' });
    await ofWhole(ids, 'live', 3);
    // What ran before is history, and may be put right.
    const past = { ...right, validFrom: '2026-03-16', validTo: '2026-03-20' };
    await correctPeriod(owner, { ...ids, periodId: null, right: past, reason: 'x' });
    const entered = addDeployment(owner, {
      ...{
        systemId: ids.systemId,
        siteId: north,
        unit: 'Ward',
        slug: `x-${ids.first.slice(0, 8)}`,
      },
      ...{ versionId: ids.first, validFrom: '2026-03-01', stage: 'idea', reason: 'x' },
      ...{ decidedBy: 'The board', decidedOn: '2026-04-01' },
    });
    await expect(entered).rejects.toMatchObject({ reason: 'stage-runs-nothing' });
  });

  it('is said with the day, where what runs ends or begins on one', async () => {
    const ids = await newSystem(owner, north);
    const [soon, later] = [addDays(today(), 5), addDays(today(), 9)];
    await changeVersion(owner, { ...ids, versionId: null, from: soon, reason: 'x' });
    await expect(ofPlace(ids, 'idea')).rejects.toMatchObject({
      ...{ reason: 'stage-version-ends', values: { day: soon } },
    });
    const [open] = (await getDeployment(owner, ids)).periods.filter((p) => p.supersededAt === null);
    const right = { versionId: ids.second, validFrom: soon, validTo: later };
    await correctPeriod(owner, { ...ids, periodId: open?.id ?? '', right, reason: 'x' });
    await expect(ofPlace(ids, 'idea')).rejects.toMatchObject({
      ...{ reason: 'stage-version-begins', values: { day: soon } },
    });
  });

  it('retiring the whole ends what runs at each place, and no place begins again', async () => {
    const ids = await newSystem(owner, north);
    await ofWhole(ids, 'retired');
    const page = await getDeployment(owner, ids);
    const standing = page.periods.filter(({ supersededAt }) => supersededAt === null);
    expect(standing).toMatchObject([{ validTo: page.day }]);
    expect(page).toMatchObject({ stageHere: 'retired', contradictions: [] });
    const { places } = await getDecision(owner, { systemId: ids.systemId, deploymentId: null });
    expect(places).toMatchObject([{ stage: 'retired' }]);
    await expect(ofPlace(ids, 'live')).rejects.toMatchObject({ reason: 'system-retired' });
    const change = { ...ids, versionId: ids.second, from: '2999-01-01', reason: 'x' };
    await expect(changeVersion(owner, change)).rejects.toMatchObject({
      ...{ reason: 'version-before-stage' },
    });
  });

  it('what begins that day, or has not begun, keeps no system from being retired, and never ran', async () => {
    const ids = await newSystem(owner, north);
    const day = today();
    await changeVersion(owner, { ...ids, versionId: ids.second, from: day, reason: 'x' });
    await addDeployment(owner, {
      ...{
        systemId: ids.systemId,
        siteId: north,
        unit: 'Ward',
        slug: `l-${ids.first.slice(0, 8)}`,
      },
      ...{ versionId: ids.first, validFrom: addDays(day, 5), stage: 'silent' },
      ...{ reason: 'x', decidedBy: 'The board', decidedOn: '2026-04-01' },
    });
    const { deployments } = await listDeployments(owner, ids);
    await ofWhole(ids, 'retired');
    const standing = [];
    for (const { id } of deployments) {
      const page = await getDeployment(owner, { ...ids, deploymentId: id });
      expect(page.contradictions).toEqual([]);
      const believed = page.periods.filter(({ supersededAt }) => supersededAt === null);
      standing.push(...believed.map(({ version, validTo }) => [version, validTo]));
    }
    expect(standing).toEqual([['1.0', day]]);
  });

  it('is not retired before a day on which a version had begun at a place, which is named', async () => {
    const ids = await newSystem(owner, north);
    const { organisationId } = workspace;
    await withActor({ kind: 'system', organisationId }, (tx) =>
      endRunning(tx, {
        ...{ organisationId, systemId: ids.systemId, deploymentId: null, reason: 'x' },
        ...{ decidedOn: '2026-02-28', recordedBy: 'x' },
      }).then(
        () => expect.unreachable(),
        (error: unknown) =>
          expect(error).toMatchObject({
            ...{ reason: 'place-began-later', values: { site: 'North', unit: 'Emergency' } },
          }),
      ),
    );
  });

  it('what was recorded before they had to fit is said at the place and as a duty', async () => {
    const ids = await newSystem(owner, north);
    const { organisationId } = workspace;
    await withActor({ kind: 'system', organisationId }, (tx) =>
      tx.insert(stageEvents).values({
        ...{ organisationId, systemId: ids.systemId, number: 3, kind: 'decision', stage: 'silent' },
        ...{ reason: 'x', decidedBy: 'x', decidedOn: '2026-04-01', recordedBy: 'x' },
      }),
    );
    expect((await getDeployment(owner, ids)).contradictions).toEqual(['stage-beyond-system']);
    const { duties } = await getSystem(owner, ids);
    expect(duties[0]).toMatchObject({
      ...{ code: 'stage-beyond-system', place: { site: 'North', unit: 'Emergency' } },
      path: `/deployments/${ids.deploymentId}`,
    });
  });
});
