import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { contributionTranslations } from '../schema/contribution-translation.ts';
import type { OfContribution } from './contribution.server.ts';

const ofContribution = ({ organisationId, panelId, contributionId }: OfContribution) =>
  and(
    eq(contributionTranslations.organisationId, organisationId),
    eq(contributionTranslations.panelId, panelId),
    eq(contributionTranslations.contributionId, contributionId),
  );

export async function listTranslations(tx: Transaction, params: OfContribution) {
  return tx
    .select({
      id: contributionTranslations.id,
      language: contributionTranslations.language,
      text: contributionTranslations.text,
      origin: contributionTranslations.origin,
      by: contributionTranslations.by,
      byUserId: contributionTranslations.byUserId,
      checkedBy: contributionTranslations.checkedBy,
      checkedOn: contributionTranslations.checkedOn,
      revision: contributionTranslations.revision,
      createdAt: contributionTranslations.createdAt,
    })
    .from(contributionTranslations)
    .where(ofContribution(params))
    .orderBy(asc(contributionTranslations.language));
}

type Written = {
  language: string;
  text: string;
  origin: 'human' | 'machine';
  by: string;
  byUserId: string | null;
};

/** The first translation into a language; undefined where there is one already. */
export async function insertTranslation(tx: Transaction, params: OfContribution & Written) {
  const [row] = await tx
    .insert(contributionTranslations)
    .values(params)
    .onConflictDoNothing({
      target: [
        contributionTranslations.organisationId,
        contributionTranslations.contributionId,
        contributionTranslations.language,
      ],
    })
    .returning({ id: contributionTranslations.id });
  return row;
}

/** Other words in place of the earlier ones, if nobody else has changed them since: unchecked again. */
export async function rewriteTranslation(
  tx: Transaction,
  params: OfContribution & Written & { revision: number },
) {
  const { text, origin, by, byUserId } = params;
  const [row] = await tx
    .update(contributionTranslations)
    .set({
      ...{ text, origin, by, byUserId, checkedBy: null, checkedOn: null },
      ...{ revision: sql`${contributionTranslations.revision} + 1`, createdAt: sql`now()` },
    })
    .where(
      and(
        ofContribution(params),
        eq(contributionTranslations.language, params.language),
        eq(contributionTranslations.revision, params.revision),
      ),
    )
    .returning({ id: contributionTranslations.id });
  return row;
}

/** By another person than the translator, and only the words this person has read. */
export async function markTranslationChecked(
  tx: Transaction,
  params: OfContribution & { language: string; revision: number; by: string; on: string },
) {
  const [row] = await tx
    .update(contributionTranslations)
    .set({
      ...{ checkedBy: params.by, checkedOn: params.on },
      revision: sql`${contributionTranslations.revision} + 1`,
    })
    .where(
      and(
        ofContribution(params),
        eq(contributionTranslations.language, params.language),
        eq(contributionTranslations.revision, params.revision),
      ),
    )
    .returning({ id: contributionTranslations.id });
  return row;
}

export async function deleteTranslations(tx: Transaction, params: OfContribution): Promise<void> {
  await tx.delete(contributionTranslations).where(ofContribution(params));
}
