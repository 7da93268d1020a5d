import type { Member } from '#db/actor.server.ts';
import { addContributionEvent, changeContribution } from '#db/queries/contribution.server.ts';
import type { ModerationReason } from '#db/schema/contribution.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { tellContributors } from '../outcomes/tell-contributors.server.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';

export type Verdict =
  { verdict: 'accepted' } | { verdict: 'rejected'; reason: ModerationReason; note: string };

/**
 * Decides whether a redacted contribution is published, by the policy that its author could read. A
 * rejection has a reason, which the author reads and may appeal against.
 */
export async function moderateContribution(
  member: Member,
  { revision, decision, ...ids }: ContributionIds & { revision: number; decision: Verdict },
): Promise<void> {
  const { panelId } = ids;
  const change = {
    panelId,
    permission: 'contributions.moderate',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx, panel) => {
    if (panel.policyPublishedOn === null) {
      throw new ServiceError('illegal-state', 'policy-not-published');
    }
    const ofContribution = { organisationId: member.organisationId, ...ids };
    const changed = await changeContribution(tx, {
      ...ofContribution,
      revision,
      from: ['redacted'],
      set: { state: decision.verdict },
    });
    if (!changed) throw new ServiceError('conflict', 'contribution-changed');
    const said =
      decision.verdict === 'rejected' ? { reason: decision.reason, note: decision.note } : {};
    const event = await addContributionEvent(tx, {
      ...ofContribution,
      ...said,
      memberId: changed.memberId,
      kind: decision.verdict,
      by: member.userId,
    });
    await tellContributors(tx, {
      ...{
        organisationId: member.organisationId,
        panelId,
        memberIds: [changed.memberId],
        happenedOn: today(),
      },
      news: { kind: 'contribution', id: ids.contributionId, event: String(event) },
    });
    await auditPanel(tx, member, {
      action: `contribution.${decision.verdict}`,
      panelId,
      detail: {
        contribution: ids.contributionId,
        ...(decision.verdict === 'rejected' ? { code: decision.reason } : {}),
      },
    });
  });
}
