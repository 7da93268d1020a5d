import { and, eq, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { panelContacts, panelMembers } from '../schema/panel-member.ts';

/** For the public actor whose key is the hash of the link's token, and for the system. */
export async function findByLink(tx: Transaction, { linkHash }: { linkHash: string }) {
  const [member] = await tx
    .select({
      organisationId: panelMembers.organisationId,
      panelId: panelMembers.panelId,
      memberId: panelMembers.id,
      language: panelMembers.language,
      state: panelMembers.state,
      linkUsed: panelMembers.linkUsed,
      linkNumber: panelMembers.linkNumber,
    })
    .from(panelMembers)
    .where(eq(panelMembers.linkHash, linkHash));
  return member;
}

/** Of two who open a link at once one is first. */
export async function consumeLink(
  tx: Transaction,
  params: { organisationId: string; linkHash: string },
) {
  const [member] = await tx
    .update(panelMembers)
    .set({ linkUsed: true })
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.linkHash, params.linkHash),
        eq(panelMembers.linkUsed, false),
        ne(panelMembers.state, 'left'),
      ),
    )
    .returning({
      panelId: panelMembers.panelId,
      memberId: panelMembers.id,
      linkNumber: panelMembers.linkNumber,
      language: panelMembers.language,
    });
  return member;
}

/** The old link ends; `endsPasses`: what was opened with it ends, too. */
export async function replaceLink(
  tx: Transaction,
  params: { organisationId: string; memberId: string; linkHash: string; endsPasses: boolean },
) {
  const [member] = await tx
    .update(panelMembers)
    .set({
      linkHash: params.linkHash,
      linkUsed: false,
      ...(params.endsPasses ? { linkNumber: sql`${panelMembers.linkNumber} + 1` } : {}),
    })
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.id, params.memberId),
        ne(panelMembers.state, 'left'),
      ),
    )
    .returning({ panelId: panelMembers.panelId, language: panelMembers.language });
  return member;
}

/** The people, in whichever panels, who left this address. For the system. */
export async function listByAddress(tx: Transaction, { email }: { email: string }) {
  return tx
    .select({
      organisationId: panelMembers.organisationId,
      panelId: panelMembers.panelId,
      memberId: panelMembers.id,
      email: panelContacts.email,
    })
    .from(panelContacts)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.organisationId, panelContacts.organisationId),
        eq(panelMembers.id, panelContacts.memberId),
      ),
    )
    .where(
      and(
        sql`lower(${panelContacts.email}) = ${email.toLowerCase()}`,
        ne(panelMembers.state, 'left'),
      ),
    )
    .limit(20);
}
