import type { Member } from '#db/actor.server.ts';
import { findMail, setWaitingAgain } from '#db/queries/outbox.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { announceMail } from './announce-mail.server.ts';

/** Lets the sender try a failed mail anew. Members cannot change mail: the system does it for them. */
export async function retryMail(member: Member, { mailId }: { mailId: string }): Promise<void> {
  authorise(member, 'outbox.manage');
  const { organisationId } = member;
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    if (!(await findMail(tx, { organisationId, mailId }))) throw new ServiceError('not-found');
    const mail = await setWaitingAgain(tx, { organisationId, mailId });
    if (!mail) throw new ServiceError('illegal-state', 'mail-not-failed');
    await writeAudit(tx, {
      organisationId,
      actor: member.userId,
      action: 'mail.retried',
      subjectId: mailId,
    });
  });
  await announceMail();
}
