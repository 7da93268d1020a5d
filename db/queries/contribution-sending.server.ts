import type { Transaction } from '../database.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
} from '../schema/contribution.ts';

export type NewContribution = typeof contributions.$inferInsert & { id: string };

/** A contribution with its original words; false when this person has sent one to the prompt before. */
export async function insertContribution(
  tx: Transaction,
  row: NewContribution,
  { text, names, by }: { text: string; names: string[]; by: string | null },
): Promise<boolean> {
  const inserted = await tx
    .insert(contributions)
    .values(row)
    .onConflictDoNothing({
      target: [contributions.organisationId, contributions.memberId, contributions.promptId],
    })
    .returning({ id: contributions.id });
  if (inserted.length === 0) return false;
  const { organisationId, panelId, memberId, id: contributionId } = row;
  const ofContribution = { organisationId, panelId, contributionId };
  await tx.insert(contributionOriginals).values({ ...ofContribution, text, names, spans: [] });
  await tx
    .insert(contributionEvents)
    .values({ ...ofContribution, memberId, number: 1, kind: 'sent', by });
  return true;
}
