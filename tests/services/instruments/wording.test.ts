import { expect, it } from 'vitest';
import { adoptFromLibrary } from '#app/services/instruments/adopt-from-library.server.ts';
import type { WordingForm } from '#app/services/instruments/apply-wording.ts';
import { getVersion } from '#app/services/instruments/get-version.server.ts';
import { getWording } from '#app/services/instruments/get-wording.server.ts';
import { publishVersion } from '#app/services/instruments/publish-version.server.ts';
import { saveWording } from '#app/services/instruments/save-wording.server.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Language } from '#surveys/model/languages.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';

const checkedBy = { name: 'Aisulu N.', role: 'Nurse and translator', on: '2026-11-20' };

describeOnDatabases('wording of a draft', () => {
  async function draft() {
    const workspace = await createWorkspace();
    const researcher = await createMember(workspace, 'researcher');
    const translator = await createMember(workspace, 'translator');
    const { slug } = nurseAiReadiness;
    const address = await adoptFromLibrary(researcher, { slug });
    return { researcher, translator, address };
  }
  type Draft = Awaited<ReturnType<typeof draft>>;

  async function save(
    { translator, address }: Draft,
    language: Language,
    change: (form: WordingForm & { texts: Record<string, string> }) => void,
  ) {
    const wording = await getWording(translator, { ...address, language });
    const form = {
      language,
      texts: Object.fromEntries(wording.texts.map(({ path, text }) => [path, text])),
      origin: wording.standard?.origin ?? null,
      easyReadOrigin: wording.easyRead?.origin ?? null,
      translatedBy: wording.standard?.translatedBy ?? null,
      checkedBy: wording.standard?.checkedBy ?? null,
    };
    change(form);
    return saveWording(translator, { ...address, baseHash: wording.baseHash, form });
  }

  const kazakh = async ({ researcher, address }: Draft) => {
    const { document } = await getVersion(researcher, address);
    return document.versions.find(({ language }) => language === 'kk');
  };

  it('leaves a document alone when nothing is changed', async () => {
    const made = await draft();
    expect(await save(made, 'kk', () => undefined)).toEqual({ ok: true });
    const { document } = await getVersion(made.researcher, made.address);
    expect(document).toEqual(nurseAiReadiness);
  });

  it('a translator changes one text, and nothing else moves', async () => {
    const made = await draft();
    await save(made, 'kk', (form) => (form.texts['/items/0/stem'] = ' Жаңа сөйлем.\r\n'));
    const { document } = await getVersion(made.researcher, made.address);
    const expected = structuredClone(nurseAiReadiness);
    if (expected.items[0]) expected.items[0].stem.kk = 'Жаңа сөйлем.';
    expect(document).toEqual(expected);
  });

  it('drops the name of who checked words that have changed since', async () => {
    const made = await draft();
    await save(made, 'kk', (form) => Object.assign(form, { origin: 'in-house', checkedBy }));
    expect(await kazakh(made)).toMatchObject({ origin: 'in-house', checkedBy });
    await save(made, 'kk', (form) => (form.texts['/title'] = 'Басқа атау'));
    expect(await kazakh(made)).not.toHaveProperty('checkedBy');
  });

  it('does not offer a language whose wording has gaps', async () => {
    const made = await draft();
    const refused = await save(made, 'kk', (form) => (form.texts['/items/2/stem'] = ''));
    expect(refused).toMatchObject({
      ok: false,
      issues: [{ path: '/items/2/stem', code: 'wording-incomplete' }],
    });
    const kept = await save(made, 'kk', (form) => {
      form.origin = null;
      form.texts['/items/2/stem'] = '';
    });
    expect(kept).toEqual({ ok: true });
    expect(await kazakh(made)).toBeUndefined();
  });

  it('cannot take the source language away', async () => {
    const made = await draft();
    const refused = await save(made, 'en', (form) => {
      form.origin = null;
      form.easyReadOrigin = null;
    });
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'source-version-missing' }] });
  });

  it('adds easy-read wording in a language that had none', async () => {
    const made = await draft();
    await save(made, 'de', (form) => {
      for (const path of Object.keys(form.texts)) {
        if (path.endsWith('/easyRead')) form.texts[path] = 'Ein leichter Satz.';
      }
      form.easyReadOrigin = 'in-house';
    });
    const { document } = await getVersion(made.researcher, made.address);
    expect(document.items[8]?.easyRead?.de).toBe('Ein leichter Satz.');
    expect(document.versions).toContainEqual({
      language: 'de',
      register: 'easy-read',
      origin: 'in-house',
    });
  });

  it('refuses the second of two translators who started from the same words', async () => {
    const made = await draft();
    const { baseHash } = await getWording(made.translator, { ...made.address, language: 'ru' });
    await save(made, 'kk', (form) => (form.texts['/title'] = 'Басқа атау'));
    const form: WordingForm = {
      language: 'ru',
      texts: {},
      origin: null,
      easyReadOrigin: null,
      translatedBy: null,
      checkedBy: null,
    };
    await expect(
      saveWording(made.translator, { ...made.address, baseHash, form }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'draft-changed' });
  });

  it('is closed once the version is published', async () => {
    const made = await draft();
    const { contentHash: baseHash } = await getVersion(made.researcher, made.address);
    await publishVersion(made.researcher, { ...made.address, baseHash, equivalence: null });
    await expect(
      getWording(made.translator, { ...made.address, language: 'ru' }),
    ).rejects.toMatchObject({ code: 'illegal-state', reason: 'version-published' });
  });
});
