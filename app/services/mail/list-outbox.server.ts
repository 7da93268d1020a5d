import type { Member } from '#db/actor.server.ts';
import { countMails, listMails } from '#db/queries/outbox.server.ts';
import type { mailStates } from '#db/schema/invitation.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { authorise } from '../../permissions.ts';
import { mailsPerPage } from './outgoing.ts';

export async function listOutbox(
  member: Member,
  { state, page }: { state: (typeof mailStates)[number] | null; page: number },
) {
  authorise(member, 'outbox.read');
  const { organisationId } = member;
  const offset = (page - 1) * mailsPerPage;
  return withActor(member, async (tx) => {
    const counts = await countMails(tx, { organisationId });
    const total = counts
      .filter((count) => state === null || count.state === state)
      .reduce((sum, { n }) => sum + n, 0);
    return {
      isMailSent: env().smtp !== null,
      mails: await listMails(tx, { organisationId, state, limit: mailsPerPage, offset }),
      counts,
      total,
      firstRow: offset + 1,
    };
  });
}
