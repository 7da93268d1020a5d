import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { getCardFile } from '#app/services/register/cards/get-card-file.server.ts';
import { createSystem } from '#app/services/register/create-system.server.ts';
import { describeSystem } from '#app/services/register/describe-system.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { systemInput } from '../new-system.ts';
import { documentReferenceSchema, modelCardProfile } from './document-reference.ts';
import { validateCard } from './validate-xsd.ts';

const xsd = readFileSync('tests/fixtures/register/chai-v0.2-schema.xsd', 'utf8');

describeOnDatabases('a system as a DocumentReference of FHIR', () => {
  let owner: Member;
  const input = { ...systemInput(), name: { ru: 'Помощник' }, summary: {} };
  let systemId = '';

  beforeAll(async () => {
    owner = await createMember(await createWorkspace(), 'model-owner');
    ({ systemId } = await createSystem(owner, input));
  });

  const read = async () => {
    const file = await getCardFile(owner, { systemId, format: 'fhir' });
    expect(file.name).toBe(`${input.slug}.fhir.json`);
    expect(file.type).toContain('application/fhir+json');
    return modelCardProfile.parse(JSON.parse(file.body));
  };

  it('keeps to the definition and carries the card, hashed before it is encoded', async () => {
    const { content, ...resource } = await read();
    expect(resource).not.toHaveProperty('subject');
    expect(resource).not.toHaveProperty('description');
    expect(resource.author).toMatchObject([{ type: 'Organization' }]);
    const attachment = content[0]?.attachment;
    const card = Buffer.from(attachment?.data ?? '', 'base64');
    expect(card.toString()).toBe((await getCardFile(owner, { systemId, format: 'chai' })).body);
    expect(validateCard(xsd, card.toString())).toEqual([]);
    expect(attachment).toMatchObject({
      ...{ size: card.length, title: 'Помощник', language: 'ru' },
      hash: createHash('sha1').update(card).digest('base64'),
    });
    expect(Buffer.from(attachment?.hash ?? '', 'base64')).toHaveLength(20);
  });

  it('holds public sections alone', async () => {
    const words = (text: string, visibility: 'public' | 'board') =>
      ({ of: 'use', values: { statement: text }, visibility }) as const;
    const cardText = async () =>
      Buffer.from((await read()).content[0]?.attachment.data ?? '', 'base64').toString();
    await describeSystem(owner, { systemId, revision: 1, change: words('For the board', 'board') });
    expect(await cardText()).not.toContain('For the board');
    await describeSystem(owner, { systemId, revision: 2, change: words('For all', 'public') });
    expect(await cardText()).toContain('For all');
  });

  it('would be refused with what FHIR does not know', async () => {
    const good = await read();
    const faults = (change: object) =>
      documentReferenceSchema.safeParse({ ...good, ...change }).error?.issues.length ?? 0;
    expect(faults({})).toBe(0);
    expect(faults({ status: 'final' })).toBe(1);
    expect(faults({ mood: 'good' })).toBe(1);
    expect(faults({ description: ' ' })).toBe(1);
    expect(faults({ content: [] })).toBe(1);
    expect(faults({ relatesTo: [] })).toBe(1);
  });
});
