import { and, asc, desc, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import {
  panelAskings,
  panelConsents,
  panelContacts,
  panelMembers,
  panelNeeds,
  needsToldByHand,
  type AccessNeed,
  type PanelMemberState,
} from '../schema/panel-member.ts';
import { panelRounds } from '../schema/panel-round.ts';
import { panelChannels, panelConsentVersions } from '../schema/panel.ts';

type OfPanel = { organisationId: string; panelId: string };
type OfMember = OfPanel & { memberId: string };

const ofMember = ({ organisationId, panelId, memberId }: OfMember) =>
  and(
    eq(panelMembers.organisationId, organisationId),
    eq(panelMembers.panelId, panelId),
    eq(panelMembers.id, memberId),
  );

const channelOf = and(
  eq(panelChannels.organisationId, panelMembers.organisationId),
  eq(panelChannels.id, panelMembers.channelId),
);
const needsOf = and(
  eq(panelNeeds.organisationId, panelMembers.organisationId),
  eq(panelNeeds.memberId, panelMembers.id),
);
const contactOf = and(
  eq(panelContacts.organisationId, panelMembers.organisationId),
  eq(panelContacts.memberId, panelMembers.id),
);

const needs = sql<AccessNeed[]>`coalesce(${panelNeeds.needs}, '{}')`;

/** The people of a panel by number, with the minutes asked of them from `from` until before `until`. */
export async function listPeople(
  tx: Transaction,
  params: OfPanel & { from: string; until: string },
) {
  const asked = tx
    .select({
      memberId: panelAskings.memberId,
      minutes: sql<number>`sum(${panelAskings.minutes})::int`.as('minutes'),
    })
    .from(panelAskings)
    .where(
      and(
        eq(panelAskings.organisationId, params.organisationId),
        eq(panelAskings.panelId, params.panelId),
        gte(panelAskings.askedOn, params.from),
        lt(panelAskings.askedOn, params.until),
      ),
    )
    .groupBy(panelAskings.memberId)
    .as('asked');
  return tx
    .select({
      id: panelMembers.id,
      number: panelMembers.number,
      state: panelMembers.state,
      language: panelMembers.language,
      channel: panelChannels.name,
      joinedOn: panelMembers.joinedOn,
      needs,
      minutes: sql<number>`coalesce(${asked.minutes}, 0)`,
    })
    .from(panelMembers)
    .innerJoin(panelChannels, channelOf)
    .leftJoin(panelNeeds, needsOf)
    .leftJoin(asked, eq(asked.memberId, panelMembers.id))
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.panelId, params.panelId),
      ),
    )
    .orderBy(asc(panelMembers.number));
}

/** Whom no mail told of a round that is open: those without an address, and those who need otherwise. */
export async function listToTell(tx: Transaction, params: OfPanel) {
  return tx
    .select({
      askingId: panelAskings.id,
      memberId: panelMembers.id,
      number: panelMembers.number,
      phone: sql<string>`coalesce(${panelContacts.phone}, '')`,
      needs,
      round: panelRounds.number,
      title: panelRounds.title,
      askedOn: panelAskings.askedOn,
    })
    .from(panelAskings)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.organisationId, panelAskings.organisationId),
        eq(panelMembers.id, panelAskings.memberId),
      ),
    )
    .innerJoin(
      panelRounds,
      and(
        eq(panelRounds.organisationId, panelAskings.organisationId),
        eq(panelRounds.id, panelAskings.roundId),
      ),
    )
    .leftJoin(panelNeeds, needsOf)
    .leftJoin(panelContacts, contactOf)
    .where(
      and(
        eq(panelAskings.organisationId, params.organisationId),
        eq(panelAskings.panelId, params.panelId),
        isNull(panelAskings.doneOn),
        isNull(panelAskings.toldOn),
        eq(panelMembers.state, 'active'),
        eq(panelRounds.state, 'open'),
        sql`(coalesce(${panelContacts.email}, '') = '' or ${panelNeeds.needs} && ${sql.param([...needsToldByHand])}::text[])`,
      ),
    )
    .orderBy(asc(panelAskings.askedOn), asc(panelMembers.number));
}

/** Undefined where somebody else has told them. */
export async function markTold(
  tx: Transaction,
  params: OfPanel & { askingId: string; toldOn: string },
) {
  const [asking] = await tx
    .update(panelAskings)
    .set({ toldOn: params.toldOn })
    .where(
      and(
        eq(panelAskings.organisationId, params.organisationId),
        eq(panelAskings.panelId, params.panelId),
        eq(panelAskings.id, params.askingId),
        isNull(panelAskings.toldOn),
      ),
    )
    .returning({ memberId: panelAskings.memberId });
  return asking;
}

export async function findPerson(tx: Transaction, params: OfMember) {
  const [person] = await tx
    .select({
      id: panelMembers.id,
      number: panelMembers.number,
      state: panelMembers.state,
      language: panelMembers.language,
      register: panelMembers.register,
      consentBasis: panelMembers.consentBasis,
      channel: panelChannels.name,
      joinedOn: panelMembers.joinedOn,
      leftOn: panelMembers.leftOn,
      revision: panelMembers.revision,
      needs,
      note: sql<string>`coalesce(${panelNeeds.note}, '')`,
      name: sql<string>`coalesce(${panelContacts.name}, '')`,
      email: sql<string>`coalesce(${panelContacts.email}, '')`,
      phone: sql<string>`coalesce(${panelContacts.phone}, '')`,
      agreedBy: sql<string>`coalesce(${panelContacts.agreedBy}, '')`,
    })
    .from(panelMembers)
    .innerJoin(panelChannels, channelOf)
    .leftJoin(panelNeeds, needsOf)
    .leftJoin(panelContacts, contactOf)
    .where(ofMember(params));
  return person;
}

/** What a person agreed to and took back, newest first. */
export async function listConsentHistory(tx: Transaction, params: OfMember) {
  return tx
    .select({
      id: panelConsents.id,
      purpose: panelConsents.purpose,
      granted: panelConsents.granted,
      basis: panelConsents.basis,
      version: panelConsentVersions.number,
      scribe: panelConsents.scribe,
      readOn: panelConsents.readOn,
      at: panelConsents.at,
    })
    .from(panelConsents)
    .innerJoin(
      panelConsentVersions,
      and(
        eq(panelConsentVersions.organisationId, panelConsents.organisationId),
        eq(panelConsentVersions.id, panelConsents.consentVersionId),
      ),
    )
    .where(
      and(
        eq(panelConsents.organisationId, params.organisationId),
        eq(panelConsents.memberId, params.memberId),
      ),
    )
    .orderBy(desc(panelConsents.at), asc(panelConsents.purpose), desc(panelConsents.number));
}

/** Undefined where somebody else has changed the person since, or they have left. */
export async function updatePersonAt(
  tx: Transaction,
  params: OfMember & {
    revision: number;
    set: Partial<Pick<typeof panelMembers.$inferInsert, 'language' | 'register' | 'state'>>;
    from?: readonly PanelMemberState[];
  },
) {
  const states = params.from ?? ['candidate', 'selected', 'active', 'not-selected', 'declined'];
  const [person] = await tx
    .update(panelMembers)
    .set({ ...params.set, revision: params.revision + 1 })
    .where(
      and(
        ofMember(params),
        eq(panelMembers.revision, params.revision),
        sql`${panelMembers.state} = any(${sql.param([...states])}::text[])`,
      ),
    )
    .returning({ number: panelMembers.number });
  return person;
}

type Contact = { name: string; email: string; phone: string };

export async function writeContact(
  tx: Transaction,
  { contact, agreedBy = '', ...person }: OfMember & { contact: Contact; agreedBy?: string },
): Promise<void> {
  await tx
    .insert(panelContacts)
    .values({ ...person, ...contact, agreedBy })
    .onConflictDoUpdate({
      target: [panelContacts.organisationId, panelContacts.memberId],
      set: contact,
    });
}

export async function writeNeeds(
  tx: Transaction,
  { needs, note, ...person }: OfMember & { needs: AccessNeed[]; note: string },
): Promise<void> {
  await tx
    .insert(panelNeeds)
    .values({ ...person, needs, note })
    .onConflictDoUpdate({
      target: [panelNeeds.organisationId, panelNeeds.memberId],
      set: { needs, note },
    });
}

/** Names of a panel's people and of who agreed for them, to be found in words; for the system. */
export async function listNamesOfPeople(
  tx: Transaction,
  { organisationId, panelId }: { organisationId: string; panelId: string },
): Promise<string[]> {
  const rows = await tx
    .select({ name: panelContacts.name, agreedBy: panelContacts.agreedBy })
    .from(panelContacts)
    .where(
      and(eq(panelContacts.organisationId, organisationId), eq(panelContacts.panelId, panelId)),
    );
  return rows.flatMap(({ name, agreedBy }) => [name, agreedBy]).filter((name) => name !== '');
}
