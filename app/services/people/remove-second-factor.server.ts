import type { Member } from '#db/actor.server.ts';
import {
  countOwnMemberships,
  getMembership,
  getOrganisation,
  lockMemberships,
} from '#db/queries/membership.server.ts';
import { addMail } from '#db/queries/outbox.server.ts';
import { endSecondFactorOf, listUsers } from '#db/queries/user.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { announceMail } from '../mail/announce-mail.server.ts';

async function requireOthersSecondFactor(member: Member, id: string) {
  const { organisationId } = member;
  const membership = await withActor(member, (tx) => getMembership(tx, { organisationId, id }));
  const [user] = await listUsers(getDatabase(), { ids: membership ? [membership.userId] : [] });
  if (!user) throw new ServiceError('not-found');
  if (user.id === member.userId) throw new ServiceError('forbidden', 'second-factor-own');
  if (!user.twoFactorEnabled) throw new ServiceError('illegal-state', 'second-factor-off');
  const held = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    countOwnMemberships(tx, { userId: user.id }),
  );
  if (held > 1) throw new ServiceError('conflict', 'second-factor-shared');
  return user;
}

/**
 * For somebody who has lost the authenticator app and the backup codes. The trail keeps the reason
 * before anything changes; all sessions end, and the person is told by mail.
 */
export async function removeSecondFactor(
  member: Member,
  { id, reason, language }: { id: string; reason: string; language: Language },
): Promise<void> {
  authorise(member, 'people.manage');
  const { organisationId, userId } = member;
  const user = await requireOthersSecondFactor(member, id);
  const t = (await translateInto(language)).getFixedT(language, 'sign-in');
  const [administrator] = await listUsers(getDatabase(), { ids: [userId] });
  await withActor(member, async (tx) => {
    await lockMemberships(tx, { organisationId });
    if (!(await getMembership(tx, { organisationId, id }))) throw new ServiceError('not-found');
    const organisation = await getOrganisation(tx, { organisationId });
    const values = {
      name: user.name,
      administrator: administrator?.name ?? '',
      organisation: organisation?.name ?? '',
      reason,
    };
    await addMail(tx, {
      organisationId,
      recipient: user.email,
      language,
      subject: t('mail.second-factor-removed.subject'),
      body: t('mail.second-factor-removed.body', values),
    });
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'member.second-factor-removed',
      subjectId: user.id,
      detail: { reason },
    });
  });
  await endSecondFactorOf(getDatabase(), { userId: user.id });
  await announceMail();
}
