import type { Member } from '#db/actor.server.ts';
import { deleteMail, findMail } from '#db/queries/outbox.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { silentAfterMs } from './outgoing.ts';

/** Takes a mail out of the outbox: it was passed on by hand, or is not wanted any more. */
export async function removeMail(member: Member, { mailId }: { mailId: string }): Promise<void> {
  authorise(member, 'outbox.manage');
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    if (!(await findMail(tx, { organisationId, mailId }))) throw new ServiceError('not-found');
    const silentSince = new Date(Date.now() - silentAfterMs);
    const removed = await deleteMail(tx, { organisationId, mailId, silentSince });
    if (!removed) throw new ServiceError('conflict', 'mail-being-sent');
    await writeAudit(tx, {
      organisationId,
      actor: member.userId,
      action: 'mail.removed',
      subjectId: mailId,
    });
  });
}
