import type { Member } from '#db/actor.server.ts';
import { findInvitationById, replaceToken } from '#db/queries/invitation.server.ts';
import { addMail, deleteWaitingMails } from '#db/queries/outbox.server.ts';
import { findStudy } from '#db/queries/study.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { auditInvitations, requireOpenWave } from './internal.server.ts';
import { newPersonalLink } from './personal-link.server.ts';
import { invitationWriter } from './write-invitation-mail.server.ts';

/**
 * A new link for somebody who lost theirs. The old one dies, but nobody can know whether it was
 * used: the invitation counts as a possible duplicate from now on.
 */
export async function reissueInvitation(
  member: Member,
  { studyId, invitationId }: { studyId: string; invitationId: string },
): Promise<void> {
  authorise(member, 'invitations.manage');
  const { organisationId } = member;
  const address = { organisationId, studyId, invitationId };
  const { study, invitation } = await withActor(member, async (tx) => ({
    study: await findStudy(tx, { organisationId, studyId }),
    invitation: await findInvitationById(tx, address),
  }));
  if (!study || !invitation) throw new ServiceError('not-found');
  authorise(member, 'invitations.manage', [invitation.siteId]);
  const { link, tokenHash } = newPersonalLink();
  const { waveId, email, language } = invitation;
  const write = await invitationWriter(study, language as Language);
  await withActor(member, async (tx) => {
    const wave = await requireOpenWave(tx, member, { studyId, waveId });
    const reissued = await replaceToken(tx, { ...address, tokenHash });
    if (!reissued) throw new ServiceError('illegal-state', 'invitation-completed');
    await deleteWaitingMails(tx, { organisationId, invitationIds: [invitationId] });
    const text = write('reissue', link);
    await addMail(tx, { organisationId, invitationId, recipient: email, ...text });
    await auditInvitations(tx, member, {
      action: 'invitation.reissued',
      studyId,
      detail: { wave: wave.number, times: reissued.reissued },
    });
  });
  await announceMail();
}
