import type { Member } from '#db/actor.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { savePanel } from './internal.server.ts';
import { languagesWithout } from './languages-without.ts';

/** People read the rules before they say anything; nobody opens a panel whose rules are not published. */
export async function publishPolicy(
  member: Member,
  { panelId, revision }: { panelId: string; revision: number },
): Promise<void> {
  const change = { panelId, permission: 'panels.manage', states: ['draft'] } as const;
  await changePanel(member, change, async (tx, panel) => {
    if (languagesWithout(panel.policy, panel.languages).length > 0) {
      throw new ServiceError('illegal-state', 'policy-incomplete');
    }
    const policyPublishedOn = today();
    await savePanel(tx, member, { panelId, revision, change: { policyPublishedOn } });
    await auditPanel(tx, member, { action: 'panel.policy-published', panelId });
  });
}
