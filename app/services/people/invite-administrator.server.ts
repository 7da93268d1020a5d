import { randomBytes } from 'node:crypto';
import { insertMemberInvitation } from '#db/queries/member-invitation.server.ts';
import { findOrganisationNamed, insertOrganisation } from '#db/queries/organisation.server.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { tokenHash } from '../../secrets.server.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { invitationLifetimeMs } from './invitation-lifetime.ts';

/**
 * The first step into an empty installation, and the way back in where no administrator is left: it
 * is reached from the machine's command line alone.
 */
export async function inviteAdministrator(input: {
  email: string;
  organisation: string;
  contact: string;
}): Promise<{ link: string; isNew: boolean }> {
  const token = randomBytes(24).toString('base64url');
  const isNew = await withActor({ kind: 'system', organisationId: null }, async (tx) => {
    const known = await findOrganisationNamed(tx, { name: input.organisation });
    const organisationId =
      known?.id ??
      (await insertOrganisation(tx, { name: input.organisation, contact: input.contact }));
    const invitation = await insertMemberInvitation(tx, {
      organisationId,
      email: input.email.toLowerCase(),
      role: 'administrator',
      allSites: true,
      siteIds: [],
      tokenHash: tokenHash(token),
      invitedBy: null,
      expiresAt: new Date(Date.now() + invitationLifetimeMs),
    });
    await writeAudit(tx, {
      organisationId,
      actor: 'admin:create',
      action: 'member.invited',
      subjectId: invitation.id,
      detail: { role: 'administrator', allSites: true, isNewOrganisation: !known },
    });
    return !known;
  });
  return { link: `${env().publicUrl}/accept/${token}`, isNew };
}
