import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { addWave } from '#app/services/studies/add-wave.server.ts';
import { closeStudy } from '#app/services/studies/close-study.server.ts';
import { closeWave } from '#app/services/studies/close-wave.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { defaultConsent } from '#app/services/studies/default-consent/default-consent.ts';
import { editStudy } from '#app/services/studies/edit-study.server.ts';
import { getConsent } from '#app/services/studies/get-consent.server.ts';
import { getDesign } from '#app/services/studies/get-design.server.ts';
import { getOpening } from '#app/services/studies/get-opening.server.ts';
import { getWaves } from '#app/services/studies/get-waves.server.ts';
import { listStudies } from '#app/services/studies/list-studies.server.ts';
import { openNextWave } from '#app/services/studies/open-next-wave.server.ts';
import { openStudy } from '#app/services/studies/open-study.server.ts';
import { removeWave } from '#app/services/studies/remove-wave.server.ts';
import { saveConsent } from '#app/services/studies/save-consent.server.ts';
import { listInstruments } from '#app/services/instruments/list-instruments.server.ts';
import { createVersion } from '#app/services/instruments/create-version.server.ts';
import { getVersion } from '#app/services/instruments/get-version.server.ts';
import { fieldableModes } from '#app/services/studies/response-modes.ts';
import { memberRoles } from '#db/schema/membership.ts';
import { sites } from '#db/schema/organisation.ts';
import { languages } from '#surveys/model/languages.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { setUpStudies, type StudyBench } from '../support/study.ts';

const fulfilled = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === 'fulfilled').length;

describeOnDatabases('studies', () => {
  let bench: StudyBench;

  beforeAll(async () => {
    bench = await setUpStudies();
  });

  const make = (change: Partial<StudyBench['design']> = {}) =>
    createStudy(bench.researcher, { ...bench.design, ...change });

  const open = (studyId: string) => openStudy(bench.researcher, { studyId, asPilot: true });

  async function opened() {
    const study = await make();
    await open(study.studyId);
    return study;
  }

  const states = async (studyId: string) =>
    (await getWaves(bench.researcher, { studyId })).waves.map(({ state }) => state);

  it('creates a draft with its waves, sites and a first consent text', async () => {
    const { studyId } = await make();
    const { design, studySites, frame } = await getDesign(bench.researcher, { studyId });
    expect(frame).toMatchObject({ state: 'draft', mayEdit: true, title: { en: 'Nurses and AI' } });
    expect(design).toMatchObject({ languages: ['en', 'kk'], minimumCellSize: 10 });
    expect(studySites.map(({ name }) => name)).toEqual(['North', 'South']);
    expect(await states(studyId)).toEqual(['planned', 'planned']);
    const { texts, versions } = await getConsent(bench.researcher, { studyId });
    expect(texts).toEqual([
      { language: 'en', text: defaultConsent('anonymous').en, isSaved: true },
      { language: 'kk', text: defaultConsent('anonymous').kk, isSaved: true },
    ]);
    expect(versions).toMatchObject([{ number: 1, languages: 2 }]);
  });

  it('has a default consent in every language, each of its own', () => {
    const texts = fieldableModes.map((mode) => defaultConsent(mode));
    for (const text of texts) expect(Object.keys(text)).toEqual([...languages]);
    const all = texts.flatMap((text) => Object.values(text));
    expect(new Set(all).size).toBe(fieldableModes.length * languages.length);
  });

  it.each([
    ['en', /anonym/i, /linking code/],
    ['kk', /аноним/i, /байланыстыру коды/],
    ['ru', /аноним/i, /связующий/],
    ['de', /anonym/i, /Verknüpfungscode/],
    ['es', /anónim/i, /código de enlace/],
    ['ar', /مجهول/, /رمز الربط/],
    ['zh', /匿名/, /关联代码/],
  ] as const)('promises no anonymity where answers are linked, and says how: %s', (...given) => {
    const [language, anonymous, linkingCode] = given;
    const plain = defaultConsent('anonymous')[language];
    const linked = defaultConsent('anonymous-linked')[language];
    expect(plain).toMatch(anonymous);
    expect(plain).not.toMatch(linkingCode);
    expect(linked).not.toMatch(anonymous);
    expect(linked).toMatch(linkingCode);
  });

  it('follows a draft into another response mode, a text of one’s own does not', async () => {
    const { studyId } = await createStudy(bench.researcher, bench.design);
    const textsOf = async () =>
      (await getConsent(bench.researcher, { studyId })).texts.map(({ text }) => text);
    const linked = defaultConsent('anonymous-linked');
    const { design } = bench;
    const change = { ...design, studyId, responseMode: 'anonymous-linked' as const };
    await editStudy(bench.researcher, change);
    expect(await textsOf()).toEqual(design.languages.map((language) => linked[language]));
    const [first = 'en', ...others] = design.languages;
    const texts = { ...linked, [first]: 'Our own words.' };
    await saveConsent(bench.researcher, { studyId, texts });
    await editStudy(bench.researcher, { ...change, responseMode: 'anonymous' });
    const plain = defaultConsent('anonymous');
    expect(await textsOf()).toEqual(['Our own words.', ...others.map((other) => plain[other])]);
  });

  it.each([
    ['response-mode-for-panels', { responseMode: 'attributed' }],
    ['cell-size-too-small', { minimumCellSize: 4 }],
    ['instrument-not-published', { instrumentVersionId: '00000000-0000-4000-8000-000000000000' }],
    ['study-language-missing', { languages: [] }],
    ['study-site-missing', { siteIds: [] }],
    ['study-site-unknown', { siteIds: ['00000000-0000-4000-8000-000000000000'] }],
    ['study-title-missing', { title: { en: ' ' } }],
    ['study-wave-missing', { waves: [] }],
  ] as const)('refuses a study: %s', async (reason, change) => {
    const wrong = { ...bench.design, ...change } as StudyBench['design'];
    await expect(createStudy(bench.researcher, wrong)).rejects.toMatchObject({
      code: 'invalid',
      reason,
    });
  });

  it('refuses a version that is still a draft', async () => {
    const [instrument] = (await listInstruments(bench.researcher)).instruments;
    const draft = await createVersion(bench.researcher, {
      instrumentId: instrument?.instrumentId ?? '',
    });
    const { id } = await getVersion(bench.researcher, draft);
    await expect(make({ instrumentVersionId: id })).rejects.toMatchObject({
      reason: 'instrument-not-published',
    });
  });

  it('opens a draft with its first wave, as the pilot it was said to be', async () => {
    const { studyId } = await make();
    const { readiness } = await getOpening(bench.researcher, { studyId });
    expect(readiness).toEqual({ problems: [], pilotLanguages: ['kk'] });
    await expect(openStudy(bench.researcher, { studyId, asPilot: false })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'study-pilot-changed',
    });
    await open(studyId);
    expect(await states(studyId)).toEqual(['open', 'planned']);
    const study = (await listStudies(bench.researcher)).studies.find(({ id }) => id === studyId);
    expect(study).toMatchObject({ state: 'open', isPilot: true, sites: 2 });
  });

  it('opens as no pilot where every wording is the source', async () => {
    const { studyId } = await make({ languages: ['en'] });
    await openStudy(bench.researcher, { studyId, asPilot: false });
    const study = (await listStudies(bench.researcher)).studies.find(({ id }) => id === studyId);
    expect(study).toMatchObject({ state: 'open', isPilot: false });
  });

  it('refuses to open without a consent text in every language', async () => {
    const { studyId } = await make();
    await saveConsent(bench.researcher, { studyId, texts: { en: 'Yes?' } });
    const { readiness } = await getOpening(bench.researcher, { studyId });
    expect(readiness.problems).toEqual([{ code: 'consent-missing', language: 'kk' }]);
    await expect(open(studyId)).rejects.toMatchObject({
      code: 'illegal-state',
      reason: 'study-not-ready',
    });
    expect(await states(studyId)).toEqual(['planned', 'planned']);
  });

  it('refuses to open at a site that is no longer in use', async () => {
    const { organisationId } = bench.workspace;
    const siteId = randomUUID();
    await getDatabase()
      .insert(sites)
      .values({ organisationId, id: siteId, name: siteId, country: 'KZ' });
    const { studyId } = await make({ siteIds: [siteId] });
    await getDatabase().update(sites).set({ archivedOn: '2026-11-01' }).where(eq(sites.id, siteId));
    const { readiness } = await getOpening(bench.researcher, { studyId });
    expect(readiness.problems).toEqual([{ code: 'site-archived' }]);
    await expect(open(studyId)).rejects.toMatchObject({ reason: 'study-not-ready' });
  });

  it('opens once when two people open it together', async () => {
    const { studyId } = await make();
    expect(fulfilled(await Promise.allSettled([open(studyId), open(studyId)]))).toBe(1);
    const entries = await listAudit(bench.workspace.organisationId);
    const own = entries.filter(
      ({ action, subjectId }) => action === 'study.opened' && subjectId === studyId,
    );
    expect(own).toHaveLength(1);
    await expect(open(studyId)).rejects.toMatchObject({ reason: 'study-is-open' });
  });

  it('changes neither design nor consent once it is open', async () => {
    const { studyId } = await opened();
    await expect(editStudy(bench.researcher, { studyId, ...bench.design })).rejects.toMatchObject({
      code: 'illegal-state',
      reason: 'study-is-open',
    });
    await expect(
      saveConsent(bench.researcher, { studyId, texts: { en: 'No' } }),
    ).rejects.toMatchObject({ reason: 'study-is-open' });
  });

  it('a draft is edited; the same consent again is no new version', async () => {
    const { studyId } = await make();
    const { design, north } = bench;
    await editStudy(bench.researcher, {
      studyId,
      ...design,
      siteIds: [north],
      languages: ['en', 'de'],
      minimumCellSize: 20,
    });
    const page = await getDesign(bench.researcher, { studyId });
    expect(page.design).toMatchObject({ languages: ['en', 'de'], minimumCellSize: 20 });
    expect(page.studySites.map(({ id }) => id)).toEqual([north]);
    await saveConsent(bench.researcher, { studyId, texts: { en: 'A', de: 'B' } });
    const same = await saveConsent(bench.researcher, { studyId, texts: { de: 'B', en: 'A' } });
    const { versions } = await getConsent(bench.researcher, { studyId });
    expect([same.isNew, ...versions.map(({ number }) => number)]).toEqual([false, 2, 1]);
  });

  it('has one wave open at a time, in their order', async () => {
    const { studyId } = await make();
    await expect(openNextWave(bench.researcher, { studyId })).rejects.toMatchObject({
      reason: 'study-is-draft',
    });
    await open(studyId);
    await expect(openNextWave(bench.researcher, { studyId })).rejects.toMatchObject({
      reason: 'another-wave-open',
    });
    const [first, second] = (await getWaves(bench.researcher, { studyId })).waves;
    const close = (waveId = '') => closeWave(bench.researcher, { studyId, waveId });
    await expect(close(second?.id)).rejects.toMatchObject({ reason: 'wave-is-planned' });
    expect(fulfilled(await Promise.allSettled([close(first?.id), close(first?.id)]))).toBe(1);
    await expect(close(first?.id)).rejects.toMatchObject({ reason: 'wave-is-closed' });
    const next = () => openNextWave(bench.researcher, { studyId });
    expect(fulfilled(await Promise.allSettled([next(), next()]))).toBe(1);
    expect(await states(studyId)).toEqual(['closed', 'open']);
    await close(second?.id);
    await expect(next()).rejects.toMatchObject({ reason: 'no-wave-planned' });
  });

  it('plans and drops the last wave, never the only or an opened one', async () => {
    const { studyId } = await opened();
    await addWave(bench.researcher, { studyId, name: 'Winter' });
    const { waves } = await getWaves(bench.researcher, { studyId });
    const remove = (waveId = '') => removeWave(bench.researcher, { studyId, waveId });
    await expect(remove(waves[1]?.id)).rejects.toMatchObject({ reason: 'wave-not-last' });
    await remove(waves[2]?.id);
    await remove(waves[1]?.id);
    await expect(remove(waves[0]?.id)).rejects.toMatchObject({ reason: 'last-wave' });
    await expect(remove(waves[1]?.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await states(studyId)).toEqual(['open']);
    const both = [
      addWave(bench.researcher, { studyId, name: 'A' }),
      addWave(bench.researcher, { studyId, name: 'B' }),
    ];
    expect(fulfilled(await Promise.allSettled(both))).toBe(2);
  });

  it('closes for good, with the wave that was open', async () => {
    const draft = await make();
    await expect(closeStudy(bench.researcher, draft)).rejects.toMatchObject({
      reason: 'study-is-draft',
    });
    const study = await opened();
    const close = () => closeStudy(bench.researcher, study);
    expect(fulfilled(await Promise.allSettled([close(), close()]))).toBe(1);
    expect(await states(study.studyId)).toEqual(['closed', 'planned']);
    await expect(close()).rejects.toMatchObject({ reason: 'study-is-closed' });
    await expect(open(study.studyId)).rejects.toMatchObject({ reason: 'study-is-closed' });
    await expect(openNextWave(bench.researcher, study)).rejects.toMatchObject({
      reason: 'study-is-closed',
    });
    await expect(addWave(bench.researcher, { ...study, name: 'Late' })).rejects.toMatchObject({
      reason: 'study-is-closed',
    });
  });

  it('lets researchers alone change a study', async () => {
    const { studyId } = await make();
    for (const role of memberRoles.filter((candidate) => candidate !== 'researcher')) {
      const member = await createMember(bench.workspace, role);
      const refused = { code: 'forbidden' };
      await expect(createStudy(member, bench.design)).rejects.toMatchObject(refused);
      await expect(editStudy(member, { studyId, ...bench.design })).rejects.toMatchObject(refused);
      await expect(openStudy(member, { studyId, asPilot: true })).rejects.toMatchObject(refused);
      await expect(closeStudy(member, { studyId })).rejects.toMatchObject(refused);
      await expect(saveConsent(member, { studyId, texts: {} })).rejects.toMatchObject(refused);
      await expect(addWave(member, { studyId, name: 'X' })).rejects.toMatchObject(refused);
    }
  });
});
