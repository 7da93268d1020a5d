import { and, asc, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { transferAnswers, transferNotices } from '../schema/transfer-notice.ts';

type OfOrganisation = { organisationId: string };

/** Of every system, or of one, each with what was answered to it; the newest first. */
export async function listTransferNotices(
  tx: Transaction,
  { organisationId, systemId }: OfOrganisation & { systemId?: string },
) {
  return tx
    .select({
      id: transferNotices.id,
      systemId: transferNotices.systemId,
      descriptionNumber: transferNotices.descriptionNumber,
      field: transferNotices.field,
      before: transferNotices.before,
      after: transferNotices.after,
      recordedBy: transferNotices.recordedBy,
      createdAt: transferNotices.createdAt,
      verdict: transferAnswers.verdict,
      reason: transferAnswers.reason,
      answeredBy: transferAnswers.answeredBy,
      answeredAt: transferAnswers.createdAt,
    })
    .from(transferNotices)
    .leftJoin(
      transferAnswers,
      and(
        eq(transferAnswers.organisationId, transferNotices.organisationId),
        eq(transferAnswers.noticeId, transferNotices.id),
      ),
    )
    .where(
      and(
        eq(transferNotices.organisationId, organisationId),
        systemId === undefined ? undefined : eq(transferNotices.systemId, systemId),
      ),
    )
    .orderBy(desc(transferNotices.descriptionNumber), asc(transferNotices.field));
}
export type TransferNotice = Awaited<ReturnType<typeof listTransferNotices>>[number];

export async function insertTransferNotices(
  tx: Transaction,
  values: readonly Omit<typeof transferNotices.$inferInsert, 'id' | 'createdAt'>[],
): Promise<void> {
  if (values.length > 0) await tx.insert(transferNotices).values([...values]);
}

/** Nothing is returned when somebody has answered meanwhile. */
export async function insertTransferAnswer(
  tx: Transaction,
  values: Omit<typeof transferAnswers.$inferInsert, 'createdAt'>,
) {
  const [answer] = await tx
    .insert(transferAnswers)
    .values(values)
    .onConflictDoNothing()
    .returning({ noticeId: transferAnswers.noticeId });
  return answer;
}
