import type { Member } from '#db/actor.server.ts';
import { addContributionEvent, changeContribution } from '#db/queries/contribution.server.ts';
import { listOpenAppeals } from '#db/queries/moderation.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { tellContributors } from '../outcomes/tell-contributors.server.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';

type Decision = { outcome: 'appeal-upheld' | 'appeal-refused'; note: string; revision: number };

/** Answers an author's appeal; never by the person who rejected. Upheld, the contribution is accepted. */
export async function decideAppeal(
  member: Member,
  { outcome, note, revision, ...ids }: ContributionIds & Decision,
): Promise<void> {
  const { panelId, contributionId } = ids;
  const { organisationId, userId } = member;
  const change = {
    panelId,
    permission: 'contributions.moderate',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx) => {
    const appeals = await listOpenAppeals(tx, { organisationId, panelId });
    const appeal = appeals.find((open) => open.contributionId === contributionId);
    if (!appeal) throw new ServiceError('conflict', 'appeal-decided');
    if (appeal.rejectedBy === userId) throw new ServiceError('illegal-state', 'own-rejection');
    const changed = await changeContribution(tx, {
      ...{ organisationId, panelId, contributionId, revision },
      from: ['rejected'],
      set: { state: outcome === 'appeal-upheld' ? 'accepted' : 'rejected' },
    });
    if (!changed) throw new ServiceError('conflict', 'appeal-decided');
    const event = await addContributionEvent(tx, {
      ...{ organisationId, panelId, contributionId, note },
      memberId: changed.memberId,
      kind: outcome,
      by: userId,
    });
    await tellContributors(tx, {
      ...{ organisationId, panelId, memberIds: [changed.memberId], happenedOn: today() },
      news: { kind: 'contribution', id: contributionId, event: String(event) },
    });
    await auditPanel(tx, member, {
      action: `contribution.${outcome}`,
      panelId,
      detail: { contribution: contributionId },
    });
  });
}
