import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { addPerson, type NewPerson } from '#app/services/panel-people/add-person.server.ts';
import { changeState } from '#app/services/panel-people/change-state.server.ts';
import { getNewPerson } from '#app/services/panel-people/get-new-person.server.ts';
import { getPeople } from '#app/services/panel-people/get-people.server.ts';
import { getPerson } from '#app/services/panel-people/get-person.server.ts';
import { issueLink } from '#app/services/panel-people/issue-link.server.ts';
import { markTold } from '#app/services/panel-people/mark-told.server.ts';
import { savePerson } from '#app/services/panel-people/save-person.server.ts';
import { today } from '#app/today.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { outbox } from '#db/schema/invitation.ts';
import {
  panelAskings,
  panelConsents,
  panelMemberBands,
  panelMembers,
} from '#db/schema/panel-member.ts';
import { panelRounds } from '#db/schema/panel-round.ts';
import { panels } from '#db/schema/panel.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';
import {
  addPeople,
  createRecruitingPanel,
  type RecruitingPanel,
} from '#tests/support/recruiting-panel.ts';
import { createMember } from '#tests/support/workspace.ts';

async function newPerson(panel: RecruitingPanel, change: Partial<NewPerson> = {}) {
  const { consent } = await getNewPerson(panel.facilitator, panel);
  return {
    ...{ name: 'Ana', email: '', phone: '123', language: 'en', needs: ['easy-read', 'phone'] },
    ...{ note: '', channelId: panel.channelId, consentVersionId: consent?.id ?? '' },
    ...{ consents: ['read'], basis: 'own', agreedBy: '', readOn: today(), bands: {} },
    ...change,
  } as NewPerson;
}

describeOnOwnDatabases('people of a panel', () => {
  it('are added by a scribe with what they agreed to, numbered one after the other', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId, stratumId } = panel;
    const bands = { [stratumId]: 'woman' };
    const input = await newPerson(panel, { bands });
    const added = await Promise.all([
      addPerson(facilitator, { panelId, input }),
      addPerson(facilitator, { panelId, input }),
    ]);
    const { people } = await getPeople(facilitator, { panelId });
    expect(people.map(({ number }) => number)).toEqual([1, 2]);
    expect(people[0]).toMatchObject({ state: 'candidate', needs: ['easy-read', 'phone'] });
    const memberId = added[0].memberId;
    const { person, consents } = await getPerson(facilitator, { panelId, memberId });
    expect(person).toMatchObject({ register: 'easy-read', name: 'Ana', phone: '123' });
    expect(consents).toHaveLength(4);
    const read = consents.find(({ purpose }) => purpose === 'read');
    expect(read).toMatchObject({ granted: true, scribe: 'facilitator', readOn: today() });
    const rows = await getDatabase().select().from(panelConsents);
    expect(rows.every(({ scribe }) => scribe !== null)).toBe(true);
  });

  it('wait for a draw by the same rule as people who join by themselves', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId } = panel;
    // A target stands, and nothing is asked: the purpose is not stated.
    await getDatabase()
      .update(panels)
      .set({ demographicsPurpose: {} })
      .where(eq(panels.id, panelId));
    const input = await newPerson(panel, { bands: { [panel.stratumId]: 'woman' } });
    await addPerson(facilitator, { panelId, input });
    expect((await getPeople(facilitator, { panelId })).people).toMatchObject([
      { number: 1, state: 'candidate' },
    ]);
    const bands = await getDatabase()
      .select()
      .from(panelMemberBands)
      .where(eq(panelMemberBands.panelId, panelId));
    expect(bands).toEqual([]);
  });

  it('are not added to a panel that is closed, and the trail has nobody who was not', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId } = panel;
    const input = await newPerson(panel);
    await addPerson(facilitator, { panelId, input });
    await getDatabase().update(panels).set({ state: 'closed' }).where(eq(panels.id, panelId));
    await expect(addPerson(facilitator, { panelId, input })).rejects.toMatchObject({
      reason: 'panel-is-closed',
    });
    const trail = await getDatabase()
      .select({ detail: auditEntries.detail })
      .from(auditEntries)
      .orderBy(auditEntries.number)
      .where(
        and(
          eq(auditEntries.action, 'panel.person-added'),
          eq(auditEntries.organisationId, panel.organisationId),
        ),
      );
    expect(trail).toEqual([{ detail: { number: 1 } }]);
  });

  it('are not added without consent, on a later day, or by who may not', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId } = panel;
    const add = async (change: Partial<NewPerson>, member = facilitator) =>
      addPerson(member, { panelId, input: await newPerson(panel, change) });
    await expect(add({ consents: ['quote'] })).rejects.toMatchObject({
      reason: 'person-read-missing',
    });
    await expect(add({ basis: 'consultee' })).rejects.toMatchObject({
      reason: 'person-agreed-by-missing',
    });
    await expect(add({ readOn: '2099-01-01' })).rejects.toMatchObject({ reason: 'date-in-future' });
    const moderator = await createMember(panel.workspace, 'moderator');
    await expect(add({}, moderator)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getPeople(moderator, { panelId })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getPeople(facilitator, { panelId })).people).toEqual([]);
  });

  it('of two who change a person the second is told', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId } = panel;
    const [memberId = ''] = await addPeople(panel, { count: 1 });
    const fields = await newPerson(panel, { needs: ['large-print'], email: 'ana@example.org' });
    const save = (name: string) =>
      savePerson(facilitator, { panelId, memberId, revision: 1, fields: { ...fields, name } });
    const saved = await Promise.allSettled([save('One'), save('Two')]);
    expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { person } = await getPerson(facilitator, { panelId, memberId });
    expect(person).toMatchObject({ revision: 2, needs: ['large-print'], register: 'standard' });
    const change = { panelId, memberId, revision: 1, to: 'active' } as const;
    await expect(changeState(facilitator, change)).rejects.toMatchObject({ code: 'conflict' });
    await changeState(facilitator, { ...change, revision: 2 });
    expect((await getPerson(facilitator, { panelId, memberId })).person.state).toBe('active');
  });

  it('get a link by mail, or a letter in their language, large where they need it', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId, organisationId } = panel;
    const input = await newPerson(panel, { language: 'ar', needs: ['large-print'] });
    const { memberId } = await addPerson(facilitator, { panelId, input });
    const mail = issueLink(facilitator, { panelId, memberId, how: 'mail' });
    await expect(mail).rejects.toMatchObject({ reason: 'person-no-email' });
    const letter = await issueLink(facilitator, { panelId, memberId, how: 'letter' });
    expect(letter).toMatchObject({ language: 'ar', isLarge: true });
    expect(letter?.link).toMatch(/\/panel\/i\/[\w-]{43}$/);
    const hashOf = async () => {
      const [row] = await getDatabase()
        .select({ hash: panelMembers.linkHash, number: panelMembers.linkNumber })
        .from(panelMembers)
        .where(eq(panelMembers.id, memberId));
      return row;
    };
    const first = await hashOf();
    const fields = { ...input, email: 'ana@example.org' };
    await savePerson(facilitator, { panelId, memberId, revision: 1, fields });
    expect(await issueLink(facilitator, { panelId, memberId, how: 'mail' })).toBeNull();
    const second = await hashOf();
    expect(second?.hash).not.toBe(first?.hash);
    expect(second?.number).toBe(2);
    const mails = await getDatabase()
      .select({ recipient: outbox.recipient, body: outbox.body, language: outbox.language })
      .from(outbox)
      .where(eq(outbox.organisationId, organisationId));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ recipient: 'ana@example.org', language: 'ar' });
    expect(mails[0]?.body).toContain('/panel/i/');
  });

  it('who need the phone stand on a list to be told, once, and their minutes count', async () => {
    const panel = await createRecruitingPanel();
    const { facilitator, panelId, organisationId } = panel;
    const input = await newPerson(panel);
    const { memberId } = await addPerson(facilitator, { panelId, input });
    await changeState(facilitator, { panelId, memberId, revision: 1, to: 'active' });
    const [round] = await getDatabase()
      .insert(panelRounds)
      .values({
        ...{ organisationId, panelId, number: 1, title: { en: 'One' }, intro: { en: 'One' } },
        ...{ minutes: 300, state: 'open' },
      })
      .returning();
    await getDatabase()
      .insert(panelAskings)
      .values({
        ...{ organisationId, panelId, memberId, roundId: round?.id ?? '', minutes: 300 },
        askedOn: today(),
      });
    const { people, toTell } = await getPeople(facilitator, { panelId });
    expect(people[0]).toMatchObject({ minutes: 300, isOver: true });
    expect(toTell).toHaveLength(1);
    expect(toTell[0]).toMatchObject({ number: 1, phone: '123', round: 1 });
    const told = { panelId, askingId: toTell[0]?.askingId ?? '' };
    await markTold(facilitator, told);
    await expect(markTold(facilitator, told)).rejects.toMatchObject({ code: 'conflict' });
    expect((await getPeople(facilitator, { panelId })).toTell).toEqual([]);
  });
});
