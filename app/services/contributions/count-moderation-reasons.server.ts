import type { Transaction } from '#db/database.ts';
import { countRejections, countRejectedPeople } from '#db/queries/moderation.server.ts';
import { publishableReasons, type PublishedReasons } from './publishable-reasons.ts';

/** How often contributions were rejected and why, as anybody may read it. */
export async function countModerationReasons(
  tx: Transaction,
  panel: { organisationId: string; id: string; minimumGroup: number },
): Promise<PublishedReasons> {
  const ofPanel = { organisationId: panel.organisationId, panelId: panel.id };
  const counts = await countRejections(tx, ofPanel);
  const people = await countRejectedPeople(tx, ofPanel);
  return publishableReasons(counts, { people, minimum: panel.minimumGroup });
}
