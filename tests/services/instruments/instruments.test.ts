import { beforeAll, expect, it } from 'vitest';
import { adoptFromLibrary } from '#app/services/instruments/adopt-from-library.server.ts';
import { compareVersions } from '#app/services/instruments/compare-versions.server.ts';
import { createVersion } from '#app/services/instruments/create-version.server.ts';
import { getInstrument } from '#app/services/instruments/get-instrument.server.ts';
import { getVersion } from '#app/services/instruments/get-version.server.ts';
import { importInstrumentFile } from '#app/services/instruments/import-instrument.server.ts';
import { listInstruments } from '#app/services/instruments/list-instruments.server.ts';
import { publishVersion } from '#app/services/instruments/publish-version.server.ts';
import { saveDraft } from '#app/services/instruments/save-draft.server.ts';
import { contentHash } from '#app/services/content-hash.server.ts';
import type { Member } from '#db/actor.server.ts';
import { memberRoles } from '#db/schema/membership.ts';
import { exportInstrument } from '#surveys/interchange/json/export-instrument.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';

const { slug } = nurseAiReadiness;

function changed(change: (document: Instrument) => void): string {
  const document = structuredClone(nurseAiReadiness);
  change(document);
  return JSON.stringify(document);
}

describeOnDatabases('instruments', () => {
  let workspace: Workspace;
  let researcher: Member;

  beforeAll(async () => {
    workspace = await createWorkspace();
    researcher = await createMember(workspace, 'researcher');
  });

  async function adopted() {
    const own = await createWorkspace();
    const member = await createMember(own, 'researcher');
    const address = await adoptFromLibrary(member, { slug });
    const { contentHash: baseHash } = await getVersion(member, address);
    return { own, member, address, baseHash };
  }

  async function published() {
    const made = await adopted();
    await publishVersion(made.member, {
      ...made.address,
      baseHash: made.baseHash,
      equivalence: null,
    });
    return made;
  }

  it('adopts a library entry once, as a draft that is the entry', async () => {
    expect((await listInstruments(researcher)).library.map((entry) => entry.slug)).toEqual([slug]);
    const address = await adoptFromLibrary(researcher, { slug });
    const version = await getVersion(researcher, address);
    expect(version).toMatchObject({ number: 1, state: 'draft', problems: [] });
    expect(version.document).toEqual(nurseAiReadiness);
    expect(version.contentHash).toBe(contentHash(nurseAiReadiness));
    await expect(adoptFromLibrary(researcher, { slug })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'instrument-exists',
    });
    expect((await listInstruments(researcher)).library).toEqual([]);
    await expect(adoptFromLibrary(researcher, { slug: 'no-such' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('lets two people adopt at once, one of them in vain', async () => {
    const own = await createWorkspace();
    const member = await createMember(own, 'researcher');
    const results = await Promise.allSettled([
      adoptFromLibrary(member, { slug }),
      adoptFromLibrary(member, { slug }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await listInstruments(member)).instruments).toHaveLength(1);
  });

  it('imports what it exports, and nothing of a file with a problem', async () => {
    const own = await createWorkspace();
    const member = await createMember(own, 'researcher');
    const broken = changed((document) => {
      document.items[0] = { ...document.items[0], optionSet: 'nowhere' } as never;
      document.pages[0]?.items.push('nai-99');
    });
    const refused = await importInstrumentFile(member, { json: broken });
    expect(refused).toMatchObject({ ok: false });
    expect(refused.ok ? [] : refused.issues.map(({ path, code }) => `${path} ${code}`)).toEqual(
      expect.arrayContaining([
        '/items/0/optionSet unknown-option-set',
        '/pages/0/items/3 unknown-item',
      ]),
    );
    expect(await importInstrumentFile(member, { json: '{' })).toEqual({
      ok: false,
      issues: [{ path: '', code: 'not-json' }],
    });
    expect((await listInstruments(member)).instruments).toEqual([]);
    const imported = await importInstrumentFile(member, {
      json: exportInstrument(nurseAiReadiness),
    });
    if (!imported.ok) throw new Error('refused');
    expect((await getVersion(member, imported.address)).document).toEqual(nurseAiReadiness);
  });

  it('publishes once, and what is published stays as it is', async () => {
    const { member, address, baseHash, own } = await adopted();
    const publish = () => publishVersion(member, { ...address, baseHash, equivalence: null });
    const results = await Promise.allSettled([publish(), publish()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(publish()).rejects.toMatchObject({
      code: 'illegal-state',
      reason: 'version-published',
    });
    const json = changed((document) => (document.title.en = 'Another title'));
    await expect(saveDraft(member, { ...address, baseHash, json })).rejects.toMatchObject({
      reason: 'version-published',
    });
    expect(await getVersion(member, address)).toMatchObject({
      state: 'published',
      contentHash: contentHash(nurseAiReadiness),
    });
    const entries = await listAudit(own.organisationId);
    expect(entries.filter(({ action }) => action === 'instrument.published')).toHaveLength(1);
  });

  it('refuses to publish over a change that its reader has not seen', async () => {
    const { member, address, baseHash } = await adopted();
    const json = changed((document) => (document.title.en = 'Another title'));
    expect(await saveDraft(member, { ...address, baseHash, json })).toEqual({ ok: true });
    await expect(
      publishVersion(member, { ...address, baseHash, equivalence: null }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'draft-changed' });
    await expect(saveDraft(member, { ...address, baseHash, json })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('refuses to publish without the right to display or with wording missing', async () => {
    const { member, address, baseHash } = await adopted();
    const json = changed((document) => (document.rights.displayRight = 'none'));
    await saveDraft(member, { ...address, baseHash, json });
    const page = await getVersion(member, address);
    expect(page.problems.map(({ code }) => code)).toEqual(['display-right-missing']);
    await expect(
      publishVersion(member, { ...address, baseHash: page.contentHash, equivalence: null }),
    ).rejects.toMatchObject({ code: 'invalid', reason: 'version-not-publishable' });
  });

  it('keeps the short name of an instrument through its versions', async () => {
    const { member, address, baseHash } = await adopted();
    const json = changed((document) => (document.slug = 'something-else'));
    expect(await saveDraft(member, { ...address, baseHash, json })).toMatchObject({
      ok: false,
      issues: [{ path: '/slug' }],
    });
  });

  it('makes one draft at a time from the newest published version', async () => {
    const { member, address } = await adopted();
    await expect(createVersion(member, address)).rejects.toMatchObject({ reason: 'draft-exists' });
    const done = await published();
    const results = await Promise.allSettled([
      createVersion(done.member, done.address),
      createVersion(done.member, done.address),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { versions } = await getInstrument(done.member, done.address);
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'draft'],
      [1, 'published'],
    ]);
  });

  it('asks a second version what its answers are worth beside the first', async () => {
    const { member, address } = await published();
    const second = await createVersion(member, address);
    const { contentHash: before } = await getVersion(member, second);
    const json = changed((document) => {
      const [item] = document.items;
      if (item) item.stem.en = 'AI tools can take dull paperwork off my hands.';
    });
    await saveDraft(member, { ...second, baseHash: before, json });
    const { contentHash: baseHash } = await getVersion(member, second);
    const publish = (claim: 'same' | 'changed-wording' | null) =>
      publishVersion(member, {
        ...second,
        baseHash,
        equivalence: claim && { claim, note: 'One word' },
      });
    await expect(publish(null)).rejects.toMatchObject({ reason: 'equivalence-missing' });
    await expect(publish('same')).rejects.toMatchObject({ reason: 'equivalence-too-strong' });
    await publish('changed-wording');
    const compared = await compareVersions(member, {
      instrumentId: address.instrumentId,
      before: 1,
      after: 2,
    });
    expect(compared.statement).toEqual({ claim: 'changed-wording', note: 'One word' });
    expect(compared.comparison.items).toMatchObject([
      { itemId: 'nai-1', structure: [], wording: [{ language: 'en' }] },
    ]);
  });

  it('lets researchers alone change instruments, and nobody of another organisation see them', async () => {
    const { own, address, baseHash } = await published();
    for (const role of memberRoles) {
      const member = await createMember(own, role);
      const attempt = createVersion(member, address);
      if (role === 'researcher') await attempt;
      else await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    }
    const scoped = await createMember(own, 'researcher', own.siteIds.slice(0, 1));
    await expect(adoptFromLibrary(scoped, { slug })).rejects.toMatchObject({ code: 'forbidden' });
    const translator = await createMember(own, 'translator');
    await expect(
      publishVersion(translator, { ...address, baseHash, equivalence: null }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await createMember(await createWorkspace(), 'researcher');
    await expect(getVersion(stranger, address)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getInstrument(stranger, address)).rejects.toMatchObject({ code: 'not-found' });
    await expect(createVersion(stranger, address)).rejects.toMatchObject({ code: 'not-found' });
  });
});
