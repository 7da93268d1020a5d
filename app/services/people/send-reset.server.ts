import type { Member } from '#db/actor.server.ts';
import { getMembership } from '#db/queries/membership.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { createResetLink } from '../sign-in/request-password-reset.server.ts';
import { sendPersonalMail } from '../sign-in/send-personal-mail.server.ts';

/** Helps somebody who cannot sign in: mails a reset link, or returns it where there is no mail. */
export async function sendReset(
  member: Member,
  id: string,
  language: Language,
): Promise<{ link: string | null; email: string }> {
  authorise(member, 'people.manage');
  const { organisationId, userId } = member;
  const membership = await withActor(member, (tx) => getMembership(tx, { organisationId, id }));
  const [user] = await listUsers(getDatabase(), { ids: membership ? [membership.userId] : [] });
  if (!user) throw new ServiceError('not-found');
  await withActor(member, (tx) =>
    writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'member.reset-sent',
      subjectId: user.id,
    }),
  );
  const link = await createResetLink(user.id);
  if (!env().smtp) return { link, email: user.email };
  await sendPersonalMail({ user, kind: 'reset', link, language });
  return { link: null, email: user.email };
}
