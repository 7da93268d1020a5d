import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { addPerson } from '#app/services/register/add-person.server.ts';
import { answerTransfer } from '#app/services/register/answer-transfer.server.ts';
import { chaiFields } from '#app/services/register/cards/chai-fields.ts';
import { changedTransfers } from '#app/services/register/compare-transfers.ts';
import { createSystem } from '#app/services/register/create-system.server.ts';
import { describeSystem } from '#app/services/register/describe-system.server.ts';
import type { SectionValues } from '#app/services/register/description-schema.ts';
import type { Visibility } from '#app/services/register/description-fields.ts';
import { getChanges } from '#app/services/register/get-changes.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { listSystems } from '#app/services/register/list-systems.server.ts';
import { transferFields, transferVerdicts } from '#app/services/register/register-words.ts';
import type { Member } from '#db/actor.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import * as stored from '#db/schema/transfer-notice.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { systemInput } from './new-system.ts';

describe('a change of where data go', () => {
  it('is about fields and answers that the database holds', () => {
    expect(transferFields).toEqual(stored.transferFields);
    expect(transferVerdicts).toEqual(stored.transferVerdicts);
  });

  it('is none when the same is said in another order', () => {
    const before = { logCountries: ['KZ', 'DE'], transferBasis: 'Treaty', subprocessors: ['A'] };
    const after = { logCountries: ['DE', 'KZ'], transferBasis: ' Treaty ', subprocessors: ['A'] };
    expect(changedTransfers(before, after)).toEqual([]);
  });

  it('is one when a country is taken out as when one is added', () => {
    const before = { logCountries: ['KZ', 'DE'], supportCountries: ['FI'] };
    const after = { logCountries: ['KZ'], supportCountries: ['FI', 'US'], transferBasis: 'Law' };
    expect(changedTransfers(before, after)).toEqual([
      { field: 'logCountries', before: ['DE', 'KZ'], after: ['KZ'] },
      { field: 'supportCountries', before: ['FI'], after: ['FI', 'US'] },
      { field: 'transferBasis', before: [], after: ['Law'] },
    ]);
  });

  it('comes from the form alone: no field of a card stands in this section', () => {
    expect(Object.values(chaiFields).filter((to) => to.startsWith('sovereignty'))).toEqual([]);
  });
});

describeOnDatabases('notices of where data go', () => {
  let workspace: Workspace;
  let owner: Member;
  let systemId = '';
  let revision = 1;

  const save = async (values: SectionValues, visibility: Visibility = 'members') => {
    await describeSystem(owner, {
      ...{ systemId, revision, change: { of: 'sovereignty', values, visibility } },
    });
    revision += 1;
  };
  const transfers = async (member = owner) => (await getChanges(member, { systemId })).transfers;
  const duties = async () =>
    (await getSystem(owner, { systemId })).duties
      .map(({ code }) => code)
      .filter((code) => code.startsWith('transfer-'));

  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    ({ systemId } = await createSystem(owner, systemInput()));
  });

  it('are raised with the save after the first, and not for another order', async () => {
    await save({ logCountries: ['KZ', 'DE'], transferBasis: 'Treaty' });
    expect(await transfers()).toEqual([]);
    await save({ logCountries: ['DE', 'KZ'], transferBasis: 'Treaty' }, 'board');
    expect(await transfers()).toEqual([]);
    await save({ logCountries: ['DE'], transferBasis: 'Treaty' });
    expect(await transfers()).toMatchObject([
      { field: 'logCountries', before: ['DE', 'KZ'], after: ['DE'], verdict: null },
    ]);
    expect(await duties()).toEqual(['transfer-unseen']);
    const listed = (await listSystems(owner)).systems.find(({ id }) => id === systemId);
    expect(listed?.duties.map(({ code }) => code)).toContain('transfer-unseen');
  });

  it('are not there when the save is not', async () => {
    const before = await transfers();
    const stale = { of: 'sovereignty', values: {}, visibility: 'members' } as const;
    const late = describeSystem(owner, { systemId, revision: 1, change: stale });
    await expect(late).rejects.toMatchObject({ reason: 'edited-meanwhile' });
    expect(await transfers()).toEqual(before);
  });

  it('are answered once, by who is of the register or named for it', async () => {
    const officer = await createMember(workspace, 'safety-officer');
    const [notice] = (await transfers()) ?? [];
    const answer = (member: Member) =>
      answerTransfer(member, {
        ...{ systemId, noticeId: notice?.id ?? '', verdict: 'undo', reason: 'Not agreed' },
      });
    await expect(answer(officer)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getChanges(officer, { systemId })).mayAnswer).toBe(false);
    await addPerson(owner, {
      ...{ systemId, role: 'data-protection', userId: officer.userId, name: null },
      ...{ fromOn: '2026-01-01', untilOn: null },
    });
    expect((await getChanges(officer, { systemId })).mayAnswer).toBe(true);
    const results = await Promise.allSettled([answer(officer), answer(owner)]);
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'conflict', reason: 'transfer-answered' } },
    ]);
    expect(await transfers()).toMatchObject([{ verdict: 'undo', reason: 'Not agreed' }]);
  });

  it('stay a duty while they are to be undone, until the field is changed again', async () => {
    expect(await duties()).toEqual(['transfer-undo']);
    await save({ logCountries: ['DE', 'KZ'], transferBasis: 'Treaty' });
    expect(await duties()).toEqual(['transfer-unseen']);
    const [newest] = (await transfers()) ?? [];
    const noticeId = newest?.id ?? '';
    await answerTransfer(owner, { systemId, noticeId, verdict: 'acceptable', reason: 'As before' });
    expect(await duties()).toEqual([]);
    expect((await transfers())?.[0]).toMatchObject({ isOwnAnswer: true, verdict: 'acceptable' });
  });

  it('are shown to nobody from whom the section is kept, nor answered by them', async () => {
    await save({ logCountries: ['US'], transferBasis: 'Treaty' }, 'private');
    const reader = await createMember(workspace, 'lay-member');
    expect(await transfers(reader)).toBeNull();
    await addPerson(owner, {
      ...{ systemId, role: 'system-owner', userId: reader.userId, name: null },
      ...{ fromOn: '2026-01-01', untilOn: null },
    });
    expect((await getChanges(reader, { systemId })).mayAnswer).toBe(false);
  });

  it('leave a trail that names fields, and no country', async () => {
    const entries = await withActor(
      { kind: 'system', organisationId: owner.organisationId },
      (tx) =>
        tx
          .select({ action: auditEntries.action, detail: auditEntries.detail })
          .from(auditEntries)
          .where(eq(auditEntries.organisationId, owner.organisationId))
          .orderBy(desc(auditEntries.number)),
    );
    const own = entries.filter(({ action }) => action.startsWith('system.transfer-'));
    expect(own.map(({ action }) => action.split('-')[1])).toEqual([
      'noticed',
      'answered',
      'noticed',
      'answered',
      'noticed',
    ]);
    expect(own[0]?.detail).toMatchObject({ fields: ['logCountries'] });
    expect(JSON.stringify(own)).not.toContain('"US"');
  });
});
