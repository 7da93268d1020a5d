import { and, desc, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import {
  panelConsents,
  panelContacts,
  panelMemberBands,
  panelMembers,
  panelNeeds,
  type AccessNeed,
  type ConsentBasis,
  type PanelMemberState,
} from '../schema/panel-member.ts';
import type { ConsentPurpose } from '../schema/panel.ts';

export type OfPerson = { organisationId: string; panelId: string; memberId: string };

type Held = {
  state: PanelMemberState;
  linkNumber: number;
  consentBasis: ConsentBasis;
  language: string;
  register: 'standard' | 'easy-read';
};

/**
 * Holds the person until the transaction ends: what one person does happens one after the other. Rows that
 * refer to them may be written meanwhile: whoever writes one may hold what is wanted here next.
 */
export async function lockPerson(tx: Transaction, params: OfPerson): Promise<Held | undefined> {
  const [row] = await queryRows<Held>(
    tx,
    sql`select state, link_number as "linkNumber", consent_basis as "consentBasis", language, register
        from panel_members
        where organisation_id = ${params.organisationId} and panel_id = ${params.panelId}
          and id = ${params.memberId}
        for no key update`,
  );
  return row;
}

const ofMember = ({ organisationId, memberId }: OfPerson) =>
  and(eq(panelMembers.organisationId, organisationId), eq(panelMembers.id, memberId));

export async function updatePerson(
  tx: Transaction,
  params: OfPerson & { set: Partial<typeof panelMembers.$inferInsert> },
): Promise<void> {
  await tx
    .update(panelMembers)
    .set({ ...params.set, revision: sql`${panelMembers.revision} + 1` })
    .where(ofMember(params));
}

export type GivenConsent = {
  id: string;
  purpose: ConsentPurpose;
  granted: boolean;
  number: number;
  at: Date;
};

/** The newest row of each purpose: the one that counts. */
export async function listConsents(tx: Transaction, params: OfPerson): Promise<GivenConsent[]> {
  return tx
    .selectDistinctOn([panelConsents.purpose], {
      id: panelConsents.id,
      purpose: panelConsents.purpose,
      granted: panelConsents.granted,
      number: panelConsents.number,
      at: panelConsents.at,
    })
    .from(panelConsents)
    .where(
      and(
        eq(panelConsents.organisationId, params.organisationId),
        eq(panelConsents.memberId, params.memberId),
      ),
    )
    .orderBy(panelConsents.purpose, desc(panelConsents.number));
}

export async function addConsents(
  tx: Transaction,
  rows: (typeof panelConsents.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(panelConsents).values(rows);
}

export async function findContact(tx: Transaction, params: OfPerson) {
  const [contact] = await tx
    .select({
      name: panelContacts.name,
      email: panelContacts.email,
      phone: panelContacts.phone,
      agreedBy: panelContacts.agreedBy,
    })
    .from(panelContacts)
    .where(
      and(
        eq(panelContacts.organisationId, params.organisationId),
        eq(panelContacts.memberId, params.memberId),
      ),
    );
  return contact;
}

export type Contact = { name: string; email: string; phone: string; agreedBy: string };

export async function saveContact(
  tx: Transaction,
  { contact, ...person }: OfPerson & { contact: Contact },
): Promise<void> {
  if (Object.values(contact).every((value) => value === '')) {
    await deleteContact(tx, person);
    return;
  }
  await tx
    .insert(panelContacts)
    .values({ ...person, ...contact })
    .onConflictDoUpdate({
      target: [panelContacts.organisationId, panelContacts.memberId],
      set: contact,
    });
}

export async function deleteContact(tx: Transaction, params: OfPerson): Promise<void> {
  await tx
    .delete(panelContacts)
    .where(
      and(
        eq(panelContacts.organisationId, params.organisationId),
        eq(panelContacts.memberId, params.memberId),
      ),
    );
}

export async function findNeeds(tx: Transaction, params: OfPerson) {
  const [row] = await tx
    .select({ needs: panelNeeds.needs, note: panelNeeds.note })
    .from(panelNeeds)
    .where(
      and(
        eq(panelNeeds.organisationId, params.organisationId),
        eq(panelNeeds.memberId, params.memberId),
      ),
    );
  return row;
}

export async function saveNeeds(
  tx: Transaction,
  { needs, note, ...person }: OfPerson & { needs: AccessNeed[]; note: string },
): Promise<void> {
  if (needs.length === 0 && note === '') {
    await tx
      .delete(panelNeeds)
      .where(
        and(
          eq(panelNeeds.organisationId, person.organisationId),
          eq(panelNeeds.memberId, person.memberId),
        ),
      );
    return;
  }
  await tx
    .insert(panelNeeds)
    .values({ ...person, needs, note })
    .onConflictDoUpdate({
      target: [panelNeeds.organisationId, panelNeeds.memberId],
      set: { needs, note },
    });
}

export async function listBands(tx: Transaction, params: OfPerson) {
  return tx
    .select({
      stratumId: panelMemberBands.stratumId,
      band: panelMemberBands.band,
      expiresOn: panelMemberBands.expiresOn,
    })
    .from(panelMemberBands)
    .where(
      and(
        eq(panelMemberBands.organisationId, params.organisationId),
        eq(panelMemberBands.memberId, params.memberId),
      ),
    );
}

export type Band = { stratumId: string; band: string };

/** What is said now, in place of what was said. */
export async function replaceBands(
  tx: Transaction,
  { bands, expiresOn, ...person }: OfPerson & { bands: readonly Band[]; expiresOn: string },
): Promise<void> {
  await tx
    .delete(panelMemberBands)
    .where(
      and(
        eq(panelMemberBands.organisationId, person.organisationId),
        eq(panelMemberBands.memberId, person.memberId),
      ),
    );
  if (bands.length === 0) return;
  await tx
    .insert(panelMemberBands)
    .values(bands.map((band) => ({ ...person, ...band, expiresOn })));
}
