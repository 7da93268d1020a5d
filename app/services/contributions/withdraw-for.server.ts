import type { Member } from '#db/actor.server.ts';
import { lockPerson } from '#db/queries/panel-person.server.ts';
import { findAuthor } from '#db/queries/withdrawal.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';
import { withdrawContribution } from './withdraw-contribution.server.ts';

/**
 * Somebody said, by phone or on paper, that they take their words back: as if they had done it on their own
 * page. The scribe says on which day they read it back to them, and is named in the history.
 */
export async function withdrawFor(
  member: Member,
  { readBackOn, ...ids }: ContributionIds & { readBackOn: string },
): Promise<void> {
  if (readBackOn > today()) throw new ServiceError('invalid', 'read-back-in-future');
  const { organisationId, userId } = member;
  const { panelId, contributionId } = ids;
  const permission = 'panel-members.manage';
  const author = await readPanel(member, { panelId, permission }, async (tx) => {
    const found = await findAuthor(tx, { organisationId, ...ids });
    if (!found) throw new ServiceError('not-found');
    if (readBackOn < found.sentOn) throw new ServiceError('invalid', 'read-back-before-sent');
    return found;
  });
  const { memberId, number } = author;
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    await lockPerson(tx, { organisationId, panelId, memberId });
    await withdrawContribution(tx, { organisationId, memberId, contributionId }, userId);
    await auditPanel(tx, member, {
      action: 'contribution.withdrawn-for',
      panelId,
      detail: { contribution: contributionId, member: number, readBackOn },
    });
  });
}
