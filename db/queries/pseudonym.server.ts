import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { invitations } from '../schema/invitation.ts';
import { pseudonymKeys } from '../schema/response.ts';

type OfPerson = { organisationId: string; memberId: string };

const invitationOfKey = and(
  eq(invitations.organisationId, pseudonymKeys.organisationId),
  eq(invitations.id, pseudonymKeys.invitationId),
);

/** For the person, who reaches their own key alone. */
export async function findOwnPseudonym(
  tx: Transaction,
  { organisationId, memberId, studyId }: OfPerson & { studyId: string },
): Promise<string | undefined> {
  const [key] = await tx
    .select({ pseudonymId: pseudonymKeys.pseudonymId })
    .from(pseudonymKeys)
    .innerJoin(invitations, invitationOfKey)
    .where(
      and(
        eq(pseudonymKeys.organisationId, organisationId),
        eq(invitations.studyId, studyId),
        eq(invitations.panelMemberId, memberId),
      ),
    );
  return key?.pseudonymId;
}

/** For the custodian, whom the database shows the entry that they named and no other. */
export async function findNamedEntry(
  tx: Transaction,
  { organisationId, studyId }: { organisationId: string; studyId: string },
) {
  const [entry] = await tx
    .select({ pseudonymId: pseudonymKeys.pseudonymId, memberId: invitations.panelMemberId })
    .from(pseudonymKeys)
    .innerJoin(invitations, invitationOfKey)
    .where(and(eq(pseudonymKeys.organisationId, organisationId), eq(invitations.studyId, studyId)));
  return entry;
}

export async function insertPseudonym(
  tx: Transaction,
  key: typeof pseudonymKeys.$inferInsert,
): Promise<void> {
  await tx.insert(pseudonymKeys).values(key);
}

/** From then on nothing tells whose the answers are. */
export async function deleteOwnPseudonyms(
  tx: Transaction,
  { organisationId, memberId }: OfPerson,
): Promise<void> {
  const own = tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(eq(invitations.organisationId, organisationId), eq(invitations.panelMemberId, memberId)),
    );
  await tx
    .delete(pseudonymKeys)
    .where(
      and(
        eq(pseudonymKeys.organisationId, organisationId),
        inArray(pseudonymKeys.invitationId, own),
      ),
    );
}
