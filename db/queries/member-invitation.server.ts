import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { memberInvitations, type MemberRole } from '../schema/membership.ts';
import type { Scope } from './membership.server.ts';

const columns = {
  organisationId: memberInvitations.organisationId,
  id: memberInvitations.id,
  email: memberInvitations.email,
  role: memberInvitations.role,
  allSites: memberInvitations.allSites,
  siteIds: memberInvitations.siteIds,
  expiresAt: memberInvitations.expiresAt,
  acceptedAt: memberInvitations.acceptedAt,
};

export async function insertMemberInvitation(
  tx: Transaction,
  params: {
    organisationId: string;
    email: string;
    role: MemberRole;
    tokenHash: string;
    invitedBy: string | null;
    expiresAt: Date;
  } & Scope,
) {
  const [row] = await tx
    .insert(memberInvitations)
    .values({ ...params, siteIds: [...params.siteIds] })
    .returning({ id: memberInvitations.id });
  if (!row) throw new Error('an inserted invitation was not returned');
  return row;
}

/** Not yet accepted, newest first; expired ones too, so that they can be seen and taken away. */
export async function listOpenMemberInvitations(
  tx: Transaction,
  params: { organisationId: string },
) {
  return tx
    .select(columns)
    .from(memberInvitations)
    .where(
      and(
        eq(memberInvitations.organisationId, params.organisationId),
        isNull(memberInvitations.acceptedAt),
      ),
    )
    .orderBy(desc(memberInvitations.createdAt));
}

/** Every invitation that is still there, accepted ones too: what the trail may name. */
export async function listMemberInvitationEmails(
  tx: Transaction,
  params: { organisationId: string },
) {
  return tx
    .select({ id: memberInvitations.id, email: memberInvitations.email })
    .from(memberInvitations)
    .where(eq(memberInvitations.organisationId, params.organisationId));
}

/** An older open invitation to the same address stops working when a new one is made. */
export async function deleteOpenMemberInvitations(
  tx: Transaction,
  params: { organisationId: string; email: string } | { organisationId: string; id: string },
) {
  return tx
    .delete(memberInvitations)
    .where(
      and(
        eq(memberInvitations.organisationId, params.organisationId),
        'id' in params
          ? eq(memberInvitations.id, params.id)
          : eq(memberInvitations.email, params.email),
        isNull(memberInvitations.acceptedAt),
      ),
    )
    .returning(columns);
}

export async function getMemberInvitation(tx: Transaction, params: { tokenHash: string }) {
  const [row] = await tx
    .select(columns)
    .from(memberInvitations)
    .where(eq(memberInvitations.tokenHash, params.tokenHash));
  return row;
}

/** Consumes the invitation: of two that try, one gets a row. */
export async function acceptMemberInvitation(
  tx: Transaction,
  params: { tokenHash: string; now: Date },
) {
  const [row] = await tx
    .update(memberInvitations)
    .set({ acceptedAt: params.now })
    .where(
      and(
        eq(memberInvitations.tokenHash, params.tokenHash),
        isNull(memberInvitations.acceptedAt),
        gt(memberInvitations.expiresAt, params.now),
      ),
    )
    .returning(columns);
  return row;
}
