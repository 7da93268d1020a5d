import { beforeAll, expect, it } from 'vitest';
import { addPerson } from '#app/services/register/add-person.server.ts';
import { addVersion } from '#app/services/register/add-version.server.ts';
import { createSystem } from '#app/services/register/create-system.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { describeSystem } from '#app/services/register/describe-system.server.ts';
import { endPerson } from '#app/services/register/end-person.server.ts';
import { getPeople } from '#app/services/register/get-people.server.ts';
import { getSection } from '#app/services/register/get-section.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { getVersions } from '#app/services/register/get-versions.server.ts';
import { listSystems } from '#app/services/register/list-systems.server.ts';
import * as words from '#app/services/register/register-words.ts';
import { stagesOfEntry } from '#app/services/register/needed-roles.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import * as systems from '#db/schema/ai-system.ts';
import * as data from '#db/schema/dataset.ts';
import * as changes from '#db/schema/model-change.ts';
import * as versions from '#db/schema/model-version.ts';
import * as recommendations from '#db/schema/recommendation.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem, plainYes, systemInput } from './new-system.ts';

it('offers the words that the database holds', () => {
  expect(words.systemCategories).toEqual(systems.systemCategories);
  expect(words.lifecycleStages).toEqual(systems.lifecycleStages);
  expect(words.systemRoles).toEqual(systems.systemRoles);
  expect(words.algorithmKinds).toEqual(versions.algorithmKinds);
  expect(words.learningKinds).toEqual(versions.learningKinds);
  expect(words.uncertaintyKinds).toEqual(versions.uncertaintyKinds);
  expect(words.datasetAccess).toEqual(data.datasetAccess);
  expect(words.demographicAspects).toEqual(data.demographicAspects);
  expect(words.datasetRoles).toEqual(data.datasetRoles);
  expect(words.recommendationStates).toEqual(recommendations.recommendationStates);
  expect(words.changeKinds).toEqual(changes.changeKinds);
});

describeOnDatabases('the register of systems', () => {
  let workspace: Workspace;
  let owner: Member;
  let north = '';
  let south = '';

  beforeAll(async () => {
    workspace = await createWorkspace();
    [north = '', south = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });

  it('keeps every description, and of two who save one is told', async () => {
    const { systemId } = await createSystem(owner, systemInput());
    const values = { fallbackMode: 'manual', lastDrill: '2026-01-05' };
    const change = { of: 'fallback', values, visibility: 'public' } as const;
    const save = () => describeSystem(owner, { systemId, revision: 1, change });
    const results = await Promise.allSettled([save(), save()]);
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'conflict', reason: 'edited-meanwhile', values: { revision: 2 } } },
    ]);
    const page = await getSystem(owner, { systemId });
    expect(page.sections.fallback).toEqual(values);
    expect(page.descriptions.map(({ number }) => number)).toEqual([2, 1]);
    const name = { en: 'Another name' };
    const identity = { of: 'identity', name, summary: {}, category: 'scribe' } as const;
    await describeSystem(owner, { systemId, revision: 2, change: identity });
    const renamed = await getSystem(owner, { systemId });
    expect(renamed.frame).toMatchObject({ name, category: 'scribe', revision: 3 });
    expect(renamed.sections.fallback).toEqual(values);
  });

  it('takes a short name once', async () => {
    const input = systemInput();
    await createSystem(owner, input);
    await expect(createSystem(owner, input)).rejects.toMatchObject({
      reason: 'system-address-taken',
    });
  });

  it.each(['pilot', 'restricted', 'live'] as const)(
    'is not entered as %s, since nobody is named for it yet',
    async (stage) => {
      const entered = createSystem(owner, { ...systemInput(), stage });
      await expect(entered).rejects.toMatchObject({
        ...{ code: 'invalid', reason: 'stage-before-people' },
      });
    },
  );

  it('is entered before its use, and neither stopped nor over', () => {
    expect(stagesOfEntry).toEqual(['idea', 'procurement', 'sandbox', 'silent']);
  });

  it('keeps sections from readers for whom they are not', async () => {
    const { systemId } = await createSystem(owner, systemInput());
    const save = (of: 'supplier' | 'safety' | 'use', visibility: 'private' | 'board' | 'members') =>
      getSystem(owner, { systemId }).then(({ frame: { revision } }) =>
        describeSystem(owner, { systemId, revision, change: { of, values: {}, visibility } }),
      );
    await save('supplier', 'private');
    await save('safety', 'board');
    await save('use', 'members');
    const withheldFrom = async (role: 'researcher' | 'lay-member' | 'auditor' | 'model-owner') =>
      (await getSystem(await createMember(workspace, role), { systemId })).withheld;
    expect(await withheldFrom('researcher')).toEqual(['supplier', 'safety']);
    expect(await withheldFrom('lay-member')).toEqual(['supplier']);
    expect(await withheldFrom('auditor')).toEqual([]);
    expect(await withheldFrom('model-owner')).toEqual([]);
    expect((await getSection(owner, { systemId, section: 'safety' })).visibility).toBe('board');
  });

  it('says who answered for a system, from when until when', async () => {
    const { systemId } = await createSystem(owner, systemInput());
    const person = { systemId, role: 'safety-officer', untilOn: null } as const;
    const officer = await createMember(workspace, 'safety-officer');
    const named = { ...person, userId: officer.userId, name: null, fromOn: '2026-01-01' };
    await addPerson(owner, named);
    await expect(addPerson(owner, named)).rejects.toMatchObject({ reason: 'person-stands' });
    await addPerson(owner, { ...person, userId: null, name: 'Dr Who', fromOn: '2999-01-01' });
    const { serving, others } = await getPeople(owner, { systemId });
    expect(serving).toMatchObject([{ name: 'safety-officer', role: 'safety-officer' }]);
    expect(others).toMatchObject([{ name: 'Dr Who' }]);
    const personId = serving[0]?.id ?? '';
    const tooEarly = endPerson(owner, { systemId, personId, untilOn: '2025-12-31' });
    await expect(tooEarly).rejects.toMatchObject({ reason: 'dates-order' });
    await endPerson(owner, { systemId, personId, untilOn: '2026-02-01' });
    const again = endPerson(owner, { systemId, personId, untilOn: '2026-02-02' });
    await expect(again).rejects.toMatchObject({ reason: 'person-ended' });
    const stranger = await createMember(await createWorkspace(), 'researcher');
    const foreign = { ...named, userId: stranger.userId };
    await expect(addPerson(owner, foreign)).rejects.toMatchObject({ reason: 'person-unknown' });
    const nobody = { ...person, userId: null, name: ' ', fromOn: '2026-01-01' };
    await expect(addPerson(owner, nobody)).rejects.toMatchObject({ reason: 'person-missing' });
  });

  it('knows versions by name, and where each runs', async () => {
    const { systemId } = await newSystem(owner, north);
    const again = addVersion(owner, { systemId, version: '1.0' });
    await expect(again).rejects.toMatchObject({ reason: 'version-exists' });
    const { versions: known } = await getVersions(owner, { systemId });
    expect(known.map(({ version, running }) => [version, running])).toEqual([
      ['2.0', 0],
      ['1.0', 1],
    ]);
  });

  it('is filtered by kind, stage, site and what is missing', async () => {
    const own = await createWorkspace();
    const [here = '', there = ''] = own.siteIds;
    const keeper = await createMember(own, 'model-owner');
    const { systemId } = await newSystem(keeper, here);
    const scribe = await createSystem(keeper, { ...systemInput(), category: 'scribe' });
    await decideStage(keeper, {
      ...{ ...plainYes, ...scribe, deploymentId: null, stage: 'retired', revision: 1 },
      ...{ reason: 'Nobody used it', decidedBy: 'The board', decidedOn: today() },
    });
    const found = async (filter: Parameters<typeof listSystems>[1]) =>
      (await listSystems(keeper, filter)).systems.length;
    expect(await found({})).toBe(2);
    expect(await found({ category: 'scribe' })).toBe(1);
    expect(await found({ stage: 'pilot' })).toBe(1);
    expect(await found({ siteId: here })).toBe(1);
    expect(await found({ siteId: there })).toBe(0);
    const { systems: missing } = await listSystems(keeper, { missing: 'yes' });
    expect(missing).toMatchObject([{ id: systemId }]);
  });

  it('is kept by who looks after the whole organisation', async () => {
    for (const member of [
      await createMember(workspace, 'board-chair'),
      await createMember(workspace, 'model-owner', [south]),
    ]) {
      await expect(createSystem(member, systemInput())).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const translator = await createMember(workspace, 'translator');
    await expect(listSystems(translator)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await createMember(await createWorkspace(), 'model-owner');
    const { systemId } = await createSystem(owner, systemInput());
    await expect(getSystem(stranger, { systemId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
