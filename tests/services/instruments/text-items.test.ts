import { expect, it } from 'vitest';
import { adoptFromLibrary } from '#app/services/instruments/adopt-from-library.server.ts';
import type { TextItemForm } from '#app/services/instruments/apply-text-item.ts';
import { getVersion } from '#app/services/instruments/get-version.server.ts';
import { getWording } from '#app/services/instruments/get-wording.server.ts';
import { removeTextItem } from '#app/services/instruments/remove-text-item.server.ts';
import { saveDraft } from '#app/services/instruments/save-draft.server.ts';
import { saveTextItem } from '#app/services/instruments/save-text-item.server.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';

describeOnDatabases('questions in own words of a draft', () => {
  async function draft() {
    const workspace = await createWorkspace();
    const researcher = await createMember(workspace, 'researcher');
    const translator = await createMember(workspace, 'translator');
    const { slug } = nurseAiReadiness;
    const address = await adoptFromLibrary(researcher, { slug });
    const read = () => getVersion(researcher, address);
    const save = async (change: Partial<TextItemForm> = {}) => {
      const { contentHash: baseHash, document } = await read();
      const wording = document.versions.map(({ language, register }) => ({
        ...{ language, register, text: `Why? ${language} ${register}` },
      }));
      const form = { id: 'why', isNew: true, pageId: 'team', maximumLength: 500, wording };
      return saveTextItem(researcher, { ...address, baseHash, form: { ...form, ...change } });
    };
    return { researcher, translator, address, read, save };
  }

  it('one is added in every language version, and stands last on its page', async () => {
    const { read, save, address, translator } = await draft();
    expect(await save()).toEqual({ ok: true });
    const { document } = await read();
    expect(document.textItems).toMatchObject([{ id: 'why', maximumLength: 500 }]);
    expect(document.textItems?.[0]?.easyRead).toEqual({ en: 'Why? en easy-read' });
    expect(document.pages.find(({ id }) => id === 'team')?.items.at(-1)).toBe('why');
    const { texts } = await getWording(translator, { ...address, language: 'kk' });
    expect(texts.find(({ path }) => path === '/textItems/0/stem')).toMatchObject({
      ...{ subject: 'why', text: 'Why? kk standard' },
    });
  });

  it('is changed in its place: another page, other words', async () => {
    const { read, save } = await draft();
    await save();
    const wording = [{ language: 'de', register: 'standard', text: 'Warum ist das so?' }] as const;
    expect(await save({ isNew: false, pageId: 'patients', wording: [...wording] })).toEqual({
      ok: true,
    });
    const { document } = await read();
    expect(document.textItems).toHaveLength(1);
    expect(document.textItems?.[0]?.stem).toMatchObject({
      ...{ de: 'Warum ist das so?', kk: 'Why? kk standard' },
    });
    expect(document.pages.filter(({ items }) => items.includes('why'))).toMatchObject([
      { id: 'patients' },
    ]);
  });

  it('keeps the condition that its document gives it, which the form does not ask for', async () => {
    const { researcher, address, read, save } = await draft();
    await save();
    const { contentHash: baseHash, document } = await read();
    const showWhen = { op: 'answered', item: 'nai-1' } as const;
    const textItems = document.textItems?.map((item) => ({ ...item, showWhen }));
    const json = JSON.stringify({ ...document, textItems });
    expect(await saveDraft(researcher, { ...address, baseHash, json })).toEqual({ ok: true });
    expect(await save({ isNew: false, pageId: 'patients', maximumLength: 300 })).toEqual({
      ok: true,
    });
    expect((await read()).document.textItems).toMatchObject([{ maximumLength: 300, showWhen }]);
  });

  it('is not added twice, nor under the name of an item, nor in some languages alone', async () => {
    const { save } = await draft();
    await save();
    const codes = async (change: Partial<TextItemForm>) => {
      const saved = await save(change);
      return saved.ok ? [] : saved.issues.map(({ code }) => code);
    };
    expect(await codes({})).toContain('duplicate-id');
    expect(await codes({ id: 'nai-1' })).toContain('duplicate-id');
    expect(await codes({ id: 'how', wording: [] })).toContain('wording-incomplete');
  });

  it('is taken out again, and the document is what it was', async () => {
    const { researcher, address, read, save } = await draft();
    await save();
    const { contentHash: baseHash } = await read();
    await removeTextItem(researcher, { ...address, baseHash, id: 'why' });
    expect((await read()).document).toEqual(nurseAiReadiness);
  });

  it('of two who write at once, the second is told', async () => {
    const { researcher, address, read, save } = await draft();
    const { contentHash: baseHash } = await read();
    await save();
    await expect(removeTextItem(researcher, { ...address, baseHash, id: 'why' })).rejects.toThrow(
      expect.objectContaining({ reason: 'draft-changed' }) as Error,
    );
  });

  it('a translator words it and does not add it', async () => {
    const { translator, address, read, save } = await draft();
    await save();
    const { contentHash: baseHash } = await read();
    await expect(
      removeTextItem(translator, { ...address, baseHash, id: 'why' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
