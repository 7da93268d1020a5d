import type { Transaction } from '#db/database.ts';
import { listRejections } from '#db/queries/moderation.server.ts';
import { publishableReasons, type PublishedReasons } from './publishable-reasons.ts';

/** How often contributions were rejected and why, as anybody may read it. */
export async function countModerationReasons(
  tx: Transaction,
  panel: { organisationId: string; id: string; minimumGroup: number },
): Promise<PublishedReasons> {
  const ofPanel = { organisationId: panel.organisationId, panelId: panel.id };
  return publishableReasons(await listRejections(tx, ofPanel), panel.minimumGroup);
}
