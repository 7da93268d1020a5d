import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import type { PanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { leavePanel } from '#app/services/taking-part/leave-panel.server.ts';
import { getPseudonymsPage } from '#app/services/studies/get-pseudonyms-page.server.ts';
import { openPseudonym } from '#app/services/studies/open-pseudonym.server.ts';
import { pseudonymSchema } from '#app/services/studies/pseudonym-schema.ts';
import type { Member } from '#db/actor.server.ts';
import { memberRoles } from '#db/schema/membership.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { pseudonymKeys } from '#db/schema/response.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { activePerson } from '#tests/support/panel-person.ts';
import { createMember } from '#tests/support/workspace.ts';
import { askQuestionnaire, type Asked } from '../taking-part/asked-questionnaire.ts';

const reason = 'They asked for their own answers.';

describeOnDatabases('opening an entry of the key to pseudonyms', () => {
  let asked: Asked;
  let custodian: Member;
  let reader: PanelPerson;
  let studyId: string;
  beforeEach(async () => {
    asked = await askQuestionnaire();
    ({ studyId } = asked.fielded);
    custodian = await asked.member('data-custodian');
    reader = await activePerson(asked.panel);
    await asked.answer(reader);
    await asked.answer(await activePerson(asked.panel));
  });

  const byPerson = (number = reader.person.number) =>
    ({ intent: 'person', panelId: asked.panel.panelId, number, reason }) as const;
  const byPseudonym = (pseudonym: string) => ({ intent: 'pseudonym', pseudonym, reason }) as const;
  const open = (input: ReturnType<typeof byPerson> | ReturnType<typeof byPseudonym>) =>
    openPseudonym(custodian, { studyId, input });
  const ownKey = async () =>
    (await asked.keys()).find(({ memberId }) => memberId === reader.actor.memberId)?.pseudonymId;
  const trail = () =>
    getDatabase()
      .select({ actor: auditEntries.actor, detail: auditEntries.detail })
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, studyId), eq(auditEntries.action, 'pseudonym.opened')))
      .orderBy(auditEntries.number);

  it('leads from a person to the pseudonym and back, each time in the trail', async () => {
    const pseudonym = (await ownKey()) ?? '';
    const entry = { pseudonym, number: reader.person.number };
    expect(await open(byPerson())).toMatchObject(entry);
    expect(await open(byPseudonym(pseudonym))).toMatchObject(entry);
    const entries = await trail();
    expect(entries.map(({ detail }) => detail)).toEqual([
      { reason, found: true, panel: asked.panel.panelId, person: reader.person.number },
      { reason, found: true, pseudonym },
    ]);
    expect(entries.every(({ actor }) => actor === custodian.userId)).toBe(true);
  });

  it('says and records that there is no such entry', async () => {
    expect(await open(byPseudonym(randomUUID()))).toBeNull();
    expect(await open(byPerson(999_999))).toBeNull();
    const silent = await activePerson(asked.panel);
    expect(await open(byPerson(silent.person.number))).toBeNull();
    const pseudonym = (await ownKey()) ?? '';
    await leavePanel(reader, { words: 'keep' });
    expect(await open(byPerson())).toBeNull();
    expect(await open(byPseudonym(pseudonym))).toBeNull();
    expect((await trail()).map(({ detail }) => (detail as { found: boolean }).found)).toEqual(
      Array(5).fill(false),
    );
  });

  it('opens no entry of another study or organisation', async () => {
    const other = await askQuestionnaire();
    const pseudonym = (await ownKey()) ?? '';
    const stranger = await other.member('data-custodian');
    const foreign = { studyId: other.fielded.studyId, input: byPseudonym(pseudonym) };
    expect(await openPseudonym(stranger, foreign)).toBeNull();
    await expect(openPseudonym(stranger, { studyId, input: byPerson() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('shows the database role the entry that was named and no other', async () => {
    const { organisationId, userId } = custodian;
    const seen = (key: string) =>
      withActor({ kind: 'custodian', organisationId, userId, studyId, key }, (tx) =>
        tx.select().from(pseudonymKeys),
      );
    expect(await asked.keys()).toHaveLength(2);
    expect(await seen('')).toEqual([]);
    expect(await seen(studyId)).toEqual([]);
    expect(await seen(reader.actor.memberId)).toMatchObject([{ pseudonymId: await ownKey() }]);
  });

  it.each(memberRoles.filter((role) => role !== 'data-custodian'))('refuses %s', async (role) => {
    const member = await asked.member(role);
    const refused = { code: 'forbidden' };
    await expect(getPseudonymsPage(member, { studyId })).rejects.toMatchObject(refused);
    const opening = openPseudonym(member, { studyId, input: byPerson() });
    await expect(opening).rejects.toMatchObject(refused);
    expect(await trail()).toEqual([]);
  });

  it('refuses a custodian of some sites', async () => {
    const { siteIds } = asked.fielded;
    const workspace = { ...asked.fielded, siteNames: [] };
    const scoped = await createMember(workspace, 'data-custodian', siteIds.slice(0, 1));
    const opening = openPseudonym(scoped, { studyId, input: byPerson() });
    await expect(opening).rejects.toMatchObject({ code: 'forbidden', reason: 'forbidden-sites' });
  });

  it('asks for a reason that others understand', () => {
    const parsed = (given: string) =>
      pseudonymSchema.safeParse({ ...byPerson(), number: '1', reason: given }).success;
    expect([parsed(''), parsed('   short  '), parsed(reason)]).toEqual([false, false, true]);
  });
});
