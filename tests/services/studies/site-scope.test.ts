import { beforeAll, expect, it } from 'vitest';
import { addWave } from '#app/services/studies/add-wave.server.ts';
import { closeStudy } from '#app/services/studies/close-study.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { editStudy } from '#app/services/studies/edit-study.server.ts';
import { getDesign, getDesignChoices } from '#app/services/studies/get-design.server.ts';
import { getOverview } from '#app/services/studies/get-overview.server.ts';
import { getProgress } from '#app/services/studies/get-progress.server.ts';
import { getStudyFrame } from '#app/services/studies/get-study-frame.server.ts';
import { listStudies } from '#app/services/studies/list-studies.server.ts';
import { openStudy } from '#app/services/studies/open-study.server.ts';
import { saveConsent } from '#app/services/studies/save-consent.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { setUpStudies, type StudyBench } from '../support/study.ts';

describeOnDatabases('a researcher of South', () => {
  let bench: StudyBench;
  let southerner: Member;
  const studyIds = { north: '', both: '', south: '' };

  beforeAll(async () => {
    bench = await setUpStudies();
    const { researcher, design, north, south } = bench;
    southerner = await createMember(bench.workspace, 'researcher', [south]);
    studyIds.north = (await createStudy(researcher, { ...design, siteIds: [north] })).studyId;
    studyIds.both = (await createStudy(researcher, design)).studyId;
    studyIds.south = (await createStudy(southerner, { ...design, siteIds: [south] })).studyId;
  });

  it('does not see a study of North', async () => {
    const { studies } = await listStudies(southerner);
    expect(new Set(studies.map(({ id }) => id))).toEqual(new Set([studyIds.both, studyIds.south]));
    const studyId = studyIds.north;
    const missing = { code: 'not-found' };
    await expect(getOverview(southerner, { studyId })).rejects.toMatchObject(missing);
    await expect(getDesign(southerner, { studyId })).rejects.toMatchObject(missing);
    await expect(getProgress(southerner, { studyId })).rejects.toMatchObject(missing);
    await expect(openStudy(southerner, { studyId, asPilot: true })).rejects.toMatchObject(missing);
    await expect(closeStudy(southerner, { studyId })).rejects.toMatchObject(missing);
    await expect(saveConsent(southerner, { studyId, texts: {} })).rejects.toMatchObject(missing);
  });

  it('reads a study of both sites, without North, and changes nothing of it', async () => {
    const studyId = studyIds.both;
    expect(await getStudyFrame(southerner, { studyId })).toMatchObject({ mayEdit: false });
    const { studySites, choices } = await getDesign(southerner, { studyId });
    expect(studySites.map(({ name }) => name)).toEqual(['South']);
    expect(choices.sites.map(({ name }) => name)).toEqual(['South']);
    const { waves } = await getProgress(southerner, { studyId });
    expect(waves[0]?.sites.map(({ name }) => name)).toEqual(['South']);
    const refused = { code: 'forbidden' };
    await expect(openStudy(southerner, { studyId, asPilot: true })).rejects.toMatchObject(refused);
    await expect(addWave(southerner, { studyId, name: 'X' })).rejects.toMatchObject(refused);
    await expect(
      editStudy(southerner, { studyId, ...bench.design, siteIds: [bench.south] }),
    ).rejects.toMatchObject(refused);
  });

  it('makes and changes studies of South alone', async () => {
    const { design, north } = bench;
    const refused = { code: 'forbidden' };
    await expect(createStudy(southerner, design)).rejects.toMatchObject(refused);
    const studyId = studyIds.south;
    await expect(
      editStudy(southerner, { studyId, ...design, siteIds: [bench.south, north] }),
    ).rejects.toMatchObject(refused);
    expect((await getDesignChoices(southerner)).sites.map(({ name }) => name)).toEqual(['South']);
    await openStudy(southerner, { studyId, asPilot: true });
    expect(await getStudyFrame(southerner, { studyId })).toMatchObject({ state: 'open' });
  });

  it('a researcher of another organisation sees none of them', async () => {
    const stranger = await createMember(await createWorkspace(), 'researcher');
    expect((await listStudies(stranger)).studies).toEqual([]);
    for (const studyId of Object.values(studyIds)) {
      await expect(getOverview(stranger, { studyId })).rejects.toMatchObject({ code: 'not-found' });
      await expect(closeStudy(stranger, { studyId })).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
