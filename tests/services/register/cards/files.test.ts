import { existsSync, readFileSync } from 'node:fs';
import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { applyCard } from '#app/services/register/cards/apply-card.server.ts';
import { discardCard } from '#app/services/register/cards/discard-card.server.ts';
import { getCardFile } from '#app/services/register/cards/get-card-file.server.ts';
import { getCardImport } from '#app/services/register/cards/get-card-import.server.ts';
import { getCards } from '#app/services/register/cards/get-cards.server.ts';
import { readCard } from '#app/services/register/cards/read-card.ts';
import { uploadCard } from '#app/services/register/cards/upload-card.server.ts';
import { describeSystem } from '#app/services/register/describe-system.server.ts';
import type { Section } from '#app/services/register/description-fields.ts';
import type { SectionValues } from '#app/services/register/description-schema.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { getVersions } from '#app/services/register/get-versions.server.ts';
import type { Member } from '#db/actor.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { systemInput } from '../new-system.ts';
import { validateCard } from './validate-xsd.ts';

const read = (name: string) => readFileSync(`tests/fixtures/register/${name}`, 'utf8');
const content = read('chai-v0.2-orbdoc-scribe.xml');
const xsd = read('chai-v0.2-schema.xsd');

const registers = '../shared/fixtures/governance/register';
type DutchField = { type?: string; max_length?: number; required?: boolean } & {
  permitted_values?: string[];
};
type DutchStandard = { properties: Record<string, DutchField> };
type AtrsFinder = { facets: { key: string; allowed_values?: { label: string }[] }[] };

function readStandard(name: string): unknown {
  const file = `${registers}/${name}`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  process.stdout.write(`${name} is not here: files were not compared with it\n`);
  return null;
}

/** What the Dutch register's own configuration has against a record. */
function faultsOf({ properties }: DutchStandard, record: Record<string, unknown>): string[] {
  const unknown = Object.keys(record).filter((name) => !(name in properties));
  const wrong = Object.entries(properties).filter(([name, field]) => {
    const value = record[name];
    if (value === undefined || value === null) return field.required === true;
    const values = Array.isArray(value) ? value : [value];
    if (field.type === 'array' && !Array.isArray(value)) return true;
    const { max_length: longest = Infinity } = field;
    if (typeof value === 'string' && value.length > longest) return true;
    return field.permitted_values?.length
      ? values.some((one) => !field.permitted_values?.includes(String(one)))
      : false;
  });
  return [...unknown, ...wrong.map(([name]) => name)];
}

describeOnDatabases('cards and the register', () => {
  let owner: Member;
  let reader: Member;

  beforeAll(async () => {
    const workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    reader = await createMember(workspace, 'auditor');
  });

  async function describe(systemId: string, of: Section, values: SectionValues) {
    const { frame } = await getSystem(owner, { systemId });
    const change = { of, values, visibility: 'public' } as const;
    await describeSystem(owner, { systemId, revision: frame.revision, change });
  }
  const upload = async () =>
    (await uploadCard(owner, { fileName: 'scribe.xml', content })).importId;
  const newOne = () => ({ ...systemInput(), category: 'scribe' as const });

  it('take a card over once, after it was seen', async () => {
    const importId = await upload();
    const card = await getCardImport(owner, { importId });
    expect(card.systemId).toBeNull();
    expect(card.report.length).toBeGreaterThan(20);
    const apply = () => applyCard(owner, { importId, version: '9.1', into: newOne() });
    const both = await Promise.allSettled([apply(), apply()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both).toContainEqual(
      expect.objectContaining({
        reason: expect.objectContaining({ reason: 'card-applied' }) as object,
      }),
    );
    const { systemId } = await getCardImport(owner, { importId });
    const { versions } = await getVersions(owner, { systemId: systemId ?? '' });
    expect(versions.map(({ version }) => version)).toEqual(['9.1']);
    await expect(uploadCard(reader, { fileName: 'x', content })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it.each([
    ['hugging-face.md', 'pytorch', ['accuracy', 'f1']],
    ['monai-metadata.json', 'First paper', ['mean_dice', 'by_site/north']],
  ])('are of other kinds too, and keep what has no place: %s', async (fileName, word, metrics) => {
    const { importId } = await uploadCard(owner, { fileName, content: read(fileName) });
    const { report } = await getCardImport(owner, { importId });
    const { systemId } = await applyCard(owner, { importId, version: '1.10', into: newOne() });
    const { sections } = await getSystem(owner, { systemId });
    expect(JSON.stringify(sections.publication)).toContain(word);
    const { versions } = await getVersions(owner, { systemId });
    expect(versions[0]?.performance.map(({ metric }) => metric)).toEqual(metrics);
    const { imports } = await getCards(owner, { systemId });
    const kept = report.filter(({ outcome }) => outcome === 'kept');
    expect(kept.length).toBeGreaterThan(8);
    expect(imports[0]?.unmapped).toHaveLength(kept.length);
  });

  it('are thrown away until somebody takes them over', async () => {
    const importId = await upload();
    await expect(discardCard(reader, { importId })).rejects.toMatchObject({ code: 'forbidden' });
    await discardCard(owner, { importId });
    await expect(getCardImport(owner, { importId })).rejects.toMatchObject({ code: 'not-found' });
    const entries = await withActor(
      { kind: 'system', organisationId: owner.organisationId },
      (tx) =>
        tx
          .select({ action: auditEntries.action, detail: auditEntries.detail })
          .from(auditEntries)
          .where(eq(auditEntries.organisationId, owner.organisationId))
          .orderBy(desc(auditEntries.number)),
    );
    const own = entries.filter(({ detail }) => detail['importId'] === importId);
    expect(own.map(({ action }) => action)).toEqual(['card.discarded', 'card.uploaded']);
    const taken = await upload();
    await applyCard(owner, { importId: taken, version: '1', into: newOne() });
    await expect(discardCard(owner, { importId: taken })).rejects.toMatchObject({
      reason: 'card-applied',
    });
  });

  it('fill what a system left open, and overwrite nothing', async () => {
    const first = await applyCard(owner, {
      ...{ importId: await upload(), version: '1', into: newOne() },
    });
    const { systemId } = first;
    const [section = 'use', values = {}] =
      Object.entries(readCard(content).sections).find(([name]) => name !== 'visibility') ?? [];
    const own = Object.fromEntries(Object.keys(values).map((name) => [name, 'Our own words']));
    const [kept = ''] = Object.keys(own);
    await describe(systemId, section as Section, { [kept]: 'Our own words' });
    await applyCard(owner, { importId: await upload(), version: '2', into: { systemId } });
    const { sections } = await getSystem(owner, { systemId });
    expect(sections[section as Section]).toMatchObject({
      ...{ ...values, [kept]: 'Our own words' },
    });
    const { versions } = await getVersions(owner, { systemId });
    expect(versions.map(({ version }) => version).sort()).toEqual(['1', '2']);
  });

  it('go out as files of other registers, with what is public alone', async () => {
    const { systemId } = await applyCard(owner, {
      ...{ importId: await upload(), version: '3', into: newOne() },
    });
    const file = (format: 'chai' | 'atrs' | 'nl') => getCardFile(reader, { systemId, format });
    const chai = await file('chai');
    expect(validateCard(xsd, chai.body)).toEqual([]);
    await expect(file('nl')).rejects.toMatchObject({ reason: 'card-incomplete' });
    expect((await getCards(reader, { systemId })).missingInDutch).toContain('contact_email');
    // What the register has no place for nobody has made public; words of a public section may go out.
    const { imports, keptBack } = await getCards(reader, { systemId });
    const stage = imports[0]?.unmapped.find(({ path }) => path === 'ReleaseInfo/ReleaseStage');
    expect(stage?.text).not.toBe('');
    expect(chai.body).not.toContain(stage?.text);
    expect(keptBack).toBeGreaterThan(0);
    await describe(systemId, 'use', {
      ...{ statement: 'Writes the first draft of a note', benefits: 'Less typing' },
    });
    await describe(systemId, 'autonomy', { reviewRule: 'A clinician reads every note.' });
    await describe(systemId, 'safety', { knownRisks: 'Leaves things out' });
    await describe(systemId, 'publication', {
      ...{ publicContact: 'ai@example.org', publicationCategory: 'high-risk' },
    });
    expect((await getCards(reader, { systemId })).missingInDutch).toEqual([]);
    const dutch = JSON.parse((await file('nl')).body) as Record<string, unknown>;
    expect(dutch).toMatchObject({
      lang: 'nld',
      human_intervention: 'A clinician reads every note.',
    });
    const standard = readStandard('nl-algoritmeregister-v1_0.json') as DutchStandard | null;
    if (standard) {
      expect(faultsOf(standard, dutch)).toEqual([]);
      const wrong = { ...dutch, status: 'Soms', name: 'x'.repeat(101), mood: 'x', goal: undefined };
      expect(faultsOf(standard, wrong).sort()).toEqual(['mood', 'name', 'status']);
    }
    const record = JSON.parse((await file('atrs')).body) as {
      tier_1: object;
      tier_2: { tool_specification: { phase: string } };
    };
    expect(record.tier_1).toMatchObject({ contact: 'ai@example.org' });
    const finder = readStandard('atrs-govuk-schema.json') as AtrsFinder | null;
    const phases = finder?.facets.find(({ key }) => key.endsWith('record_phase'));
    if (phases) {
      const labels = phases.allowed_values?.map(({ label }) => label);
      expect(labels).toContain(record.tier_2.tool_specification.phase);
    }
  });
});
