import { and, eq, or, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { invitations } from '../schema/invitation.ts';

const columns = {
  organisationId: invitations.organisationId,
  id: invitations.id,
  studyId: invitations.studyId,
  waveId: invitations.waveId,
  siteId: invitations.siteId,
  language: invitations.language,
  reissued: invitations.reissued,
};

/** For the public actor whose key is the token's hash. */
export async function findInvitation(tx: Transaction, { tokenHash }: { tokenHash: string }) {
  const [invitation] = await tx
    .select({ ...columns, consumed: invitations.consumed })
    .from(invitations)
    .where(eq(invitations.tokenHash, tokenHash));
  return invitation;
}

/** How often the link was replaced; undefined where the invitation is gone. */
export async function findReissued(
  tx: Transaction,
  params: { organisationId: string; invitationId: string },
): Promise<number | undefined> {
  const [invitation] = await tx
    .select({ reissued: invitations.reissued })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, params.organisationId),
        eq(invitations.id, params.invitationId),
      ),
    );
  return invitation?.reissued;
}

/** Once; for the browser that did it, again and again. Returns whether it may start. */
export async function consumeInvitation(
  tx: Transaction,
  { tokenHash, startHash }: { tokenHash: string; startHash: string },
): Promise<boolean> {
  const consumed = await tx
    .update(invitations)
    .set({ consumed: true, startHash })
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        or(sql`not ${invitations.consumed}`, eq(invitations.startHash, startHash)),
      ),
    )
    .returning({ id: invitations.id });
  return consumed.length === 1;
}
