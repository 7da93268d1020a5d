import { beforeAll, expect, it } from 'vitest';
import { getSilent } from '#app/services/monitoring/get-silent.server.ts';
import { writeExitPlan } from '#app/services/monitoring/write-exit-plan.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { getDecision } from '#app/services/register/get-decision.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import type { ExitCriterion } from '#db/schema/exit-plan.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { plainYes } from '../register/new-system.ts';
import { enter, month, newPlace, type Place, type RecordOf } from './watched-place.ts';

const criterion = (own: Partial<ExitCriterion> = {}): ExitCriterion => ({
  ...{ metric: 'override', part: '', cohort: '', bound: 'at-most', limit: 0.2, fewest: 100 },
  ...own,
});

describeOnDatabases('the silent mode of a place', () => {
  let owner: Member;
  let place: Place;
  let north = '';
  const silent = (later: number, own: Partial<RecordOf> = {}) => ({
    ...{ metric: 'override', kind: 'proportion' as const, mode: 'silent' as const },
    ...{ numerator: 20, denominator: 200 },
    ...{ periodFrom: month(later), periodTo: month(later + 1), ...own },
  });
  const plan = { minimumDays: 50, reason: 'Last year’s review', criteria: [criterion()] };

  beforeAll(async () => {
    const workspace = await createWorkspace();
    [north = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
    place = await newPlace(owner, north);
  });
  const idsOf = ({ systemId, deploymentId }: Place) => ({ systemId, deploymentId });

  it('has criteria from before its records, and later ones that say so', async () => {
    const ids = idsOf(place);
    expect(await getSilent(owner, ids)).toMatchObject({ plan: null, findings: [], days: 0 });
    await writeExitPlan(owner, { ...ids, ...plan, revision: 0 });
    await enter(place, [silent(0), silent(1)]);
    const first = await getSilent(owner, ids);
    expect(first.plan).toMatchObject({ number: 1, writtenOn: today(), before: { records: 0 } });
    expect(first).toMatchObject({ days: 59, findings: [{ found: { state: 'met', n: 400 } }] });
    const stricter = { ...plan, reason: 'Stricter', criteria: [criterion({ limit: 0.05 })] };
    await writeExitPlan(owner, { ...ids, ...stricter, revision: 1 });
    const second = await getSilent(owner, ids);
    expect(second.plan).toMatchObject({
      ...{ number: 2, reason: 'Stricter' },
      before: { records: 2, from: month(0), to: month(2) },
    });
    expect(second.findings).toMatchObject([{ found: { state: 'not-met' } }]);
    expect(second.earlier).toMatchObject([{ number: 1, criteria: [{ limit: 0.2 }] }]);
  });

  it('of two who write criteria at once one is told', async () => {
    const results = await Promise.allSettled(
      [1, 2].map(() => writeExitPlan(owner, { ...idsOf(place), ...plan, revision: 2 })),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { reason: 'edited-meanwhile' } }]);
  });

  it('is not for who may only read', async () => {
    const lay = { ...owner, role: 'lay-member' as const };
    const write = writeExitPlan(lay, { ...idsOf(place), ...plan, revision: 3 });
    await expect(write).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getSilent(lay, idsOf(place))).mayManage).toBe(false);
  });

  it('is not left without criteria that are met over enough days, unless the decision says why', async () => {
    const own = await newPlace(owner, north);
    const ids = idsOf(own);
    const decision = { ...plainYes, reason: 'x', decidedBy: 'The board', decidedOn: '2026-04-01' };
    const on = { ...ids, ...decision, stage: 'pilot' as const };
    const isOpen = async () => (await getDecision(owner, ids)).isSilentOpen;
    const refuse = (revision: number, stage: 'pilot' | 'restricted' = 'pilot') =>
      expect(decideStage(owner, { ...on, stage, revision })).rejects.toMatchObject({
        reason: 'criteria-open',
      });
    expect(await isOpen()).toBe(false);
    await decideStage(owner, { ...on, stage: 'silent', revision: 1 });
    await refuse(2);
    expect(await isOpen()).toBe(true);
    await writeExitPlan(owner, { ...ids, ...plan, revision: 0 });
    await refuse(2);
    await enter(own, [silent(0)]);
    await refuse(2); // Met, but of too few days.
    await enter(own, [silent(1)]);
    const strict = { ...plan, reason: 'Stricter', criteria: [criterion({ limit: 0.05 })] };
    await writeExitPlan(owner, { ...ids, ...strict, revision: 1 });
    await refuse(2, 'restricted');
    // To stop is free, and leads past nothing; to say why does.
    await decideStage(owner, { ...on, stage: 'suspended', revision: 2 });
    await refuse(3);
    await decideStage(owner, { ...on, despite: 'Known from the other ward', revision: 3 });
    const { events } = await getDeployment(owner, ids);
    expect(events[0]).toMatchObject({
      ...{ stage: 'pilot', despite: 'Known from the other ward', silentState: { plan: 2 } },
    });
    expect(await isOpen()).toBe(false);
  });

  it('is kept by a decision out of it as it was found then', async () => {
    const ids = idsOf(place);
    const decision = { ...plainYes, reason: 'x', decidedBy: 'The board', decidedOn: '2026-04-01' };
    await decideStage(owner, { ...ids, ...decision, stage: 'silent', revision: 1 });
    const { events: before } = await getDeployment(owner, ids);
    expect(before[0]?.silentState).toBe(null);
    const shown = await getDecision(owner, ids);
    expect(shown).toMatchObject({ isSilent: true, silent: { plan: 3, days: 59 } });
    await decideStage(owner, { ...ids, ...decision, stage: 'live', revision: 2 });
    await enter(place, [silent(2, { numerator: 199 })]);
    expect((await getSilent(owner, ids)).findings).toMatchObject([{ found: { n: 600 } }]);
    const { events } = await getDeployment(owner, ids);
    expect(events[0]?.silentState).toEqual(shown.silent);
    expect(events[0]?.silentState?.criteria).toMatchObject([{ n: 400, state: 'met' }]);
    // What comes after is no decision out of the silent mode.
    await decideStage(owner, { ...ids, ...decision, stage: 'restricted', revision: 3 });
    expect((await getDeployment(owner, ids)).events[0]?.silentState).toBe(null);
  });
});
