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

type SurveyContribution = Pick<
  NewContribution,
  'organisationId' | 'panelId' | 'id' | 'roundId' | 'promptId' | 'language' | 'sentOn'
> & { mayQuote: boolean };

/** Words of a survey with their original: nobody's, and of no time finer than the day that all of them share. */
export async function insertSurveyContribution(
  tx: Transaction,
  row: SurveyContribution,
  { text }: { text: string },
): Promise<void> {
  const { organisationId, panelId, id: contributionId } = row;
  const at = new Date(row.sentOn);
  await tx.insert(contributions).values({
    ...{ ...row, source: 'survey', memberId: null, consentId: null, consentPurpose: 'read' },
    ...{ register: 'standard', createdAt: at },
  });
  const ofContribution = { organisationId, panelId, contributionId };
  await tx.insert(contributionOriginals).values({ ...ofContribution, text, names: [], spans: [] });
  await tx
    .insert(contributionEvents)
    .values({ ...ofContribution, memberId: null, number: 1, kind: 'sent', by: null, at });
}
