import type { Member } from '#db/actor.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { savePanel } from './internal.server.ts';

/**
 * The rules of moderation of a draft: rules are not made while words are being judged by them. What
 * was published before is published again only after it was read once more.
 */
export async function savePolicy(
  member: Member,
  { panelId, revision, policy }: { panelId: string; revision: number; policy: LocalText },
): Promise<void> {
  const change = { panelId, permission: 'panels.manage', states: ['draft'] } as const;
  await changePanel(member, change, async (tx) => {
    await savePanel(tx, member, {
      ...{ panelId, revision },
      change: { policy, policyPublishedOn: null },
    });
    await auditPanel(tx, member, { action: 'panel.policy-saved', panelId, detail: { policy } });
  });
}
