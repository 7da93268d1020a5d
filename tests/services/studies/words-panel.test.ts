import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { importInstrumentFile } from '#app/services/instruments/import-instrument.server.ts';
import { getVersion } from '#app/services/instruments/get-version.server.ts';
import { publishVersion } from '#app/services/instruments/publish-version.server.ts';
import { closePanel } from '#app/services/panels/close-panel.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { editStudy } from '#app/services/studies/edit-study.server.ts';
import { getDesign } from '#app/services/studies/get-design.server.ts';
import { getOpening } from '#app/services/studies/get-opening.server.ts';
import { openStudy } from '#app/services/studies/open-study.server.ts';
import type { Member } from '#db/actor.server.ts';
import { exportInstrument } from '#surveys/interchange/json/export-instrument.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember } from '#tests/support/workspace.ts';
import { wordsInstrument } from '../answering/words-study.ts';
import { openedPanel, readyPanel, revisionOf } from '../support/panel-set-up.ts';
import { setUpStudies, type StudyBench } from '../support/study.ts';

describeOnDatabases('a study that asks for own words', () => {
  let bench: StudyBench;
  let facilitator: Member;
  let instrumentVersionId: string;

  beforeAll(async () => {
    bench = await setUpStudies();
    facilitator = await createMember(bench.workspace, 'facilitator');
    const json = exportInstrument({
      ...wordsInstrument,
      slug: `words-${randomUUID().slice(0, 8)}`,
    });
    const made = await importInstrumentFile(bench.researcher, { json });
    if (!made.ok) throw new Error('the instrument is sound');
    const { address } = made;
    const { contentHash: baseHash, id } = await getVersion(bench.researcher, address);
    await publishVersion(bench.researcher, { ...address, baseHash, equivalence: null });
    instrumentVersionId = id;
  });

  const make = (wordsPanelId: string | null, siteIds = bench.design.siteIds) =>
    createStudy(bench.researcher, { ...bench.design, instrumentVersionId, siteIds, wordsPanelId });

  const problems = async (studyId: string) =>
    (await getOpening(bench.researcher, { studyId })).readiness.problems.map(({ code }) => code);

  it('opens once it names an open panel of the whole organisation with a published policy', async () => {
    const { studyId } = await make(null);
    expect(await problems(studyId)).toEqual(['words-panel-missing']);
    await expect(openStudy(bench.researcher, { studyId, asPilot: true })).rejects.toMatchObject({
      reason: 'study-not-ready',
    });
    const { panelId } = await openedPanel(facilitator);
    const change = { ...bench.design, studyId, instrumentVersionId, wordsPanelId: panelId };
    await editStudy(bench.researcher, change);
    expect(await problems(studyId)).toEqual([]);
    await openStudy(bench.researcher, { studyId, asPilot: true });
    const { design } = await getDesign(bench.researcher, { studyId });
    expect(design).toMatchObject({ wordsPanelId: panelId, wordsPanel: { title: {} } });
  });

  it('does not open with a panel that is no longer or not yet open, or that sees one of its sites alone', async () => {
    const [north = ''] = bench.design.siteIds;
    const draft = await readyPanel(facilitator);
    expect(await problems((await make(draft.panelId)).studyId)).toEqual(['words-panel-unfit']);
    const closed = await openedPanel(facilitator);
    const revision = await revisionOf(facilitator, closed.panelId);
    await closePanel(facilitator, { panelId: closed.panelId, revision });
    expect(await problems((await make(closed.panelId)).studyId)).toEqual(['words-panel-unfit']);
    const local = await openedPanel(facilitator, north);
    expect(await problems((await make(local.panelId)).studyId)).toEqual(['words-panel-unfit']);
    expect(await problems((await make(local.panelId, [north])).studyId)).toEqual([]);
  });

  it('names no panel that is not there', async () => {
    await expect(make(randomUUID())).rejects.toMatchObject({ reason: 'words-panel-unknown' });
  });

  it('needs no panel where nothing is asked in own words', async () => {
    const { studyId } = await createStudy(bench.researcher, bench.design);
    expect(await problems(studyId)).toEqual([]);
  });
});
