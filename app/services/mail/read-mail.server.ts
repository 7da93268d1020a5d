import type { Member } from '#db/actor.server.ts';
import { findMail } from '#db/queries/outbox.server.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/** Opens a mail with the link in it. Whoever holds that link can act for the recipient: it is audited. */
export async function readMail(member: Member, { mailId }: { mailId: string }) {
  authorise(member, 'outbox.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const mail = await findMail(tx, { organisationId, mailId });
    if (!mail) throw new ServiceError('not-found');
    if (mail.body !== '') {
      await writeAudit(tx, {
        organisationId,
        actor: member.userId,
        action: 'mail.read',
        subjectId: mailId,
      });
    }
    return { ...mail, isMailSent: env().smtp !== null };
  });
}
