import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { recommendationStatements } from '../schema/recommendation.ts';

type OfSystem = { organisationId: string; systemId: string };

/** Newest first. */
export async function listRecommendationStatements(
  tx: Transaction,
  { organisationId, systemId }: OfSystem,
) {
  return tx
    .select()
    .from(recommendationStatements)
    .where(
      and(
        eq(recommendationStatements.organisationId, organisationId),
        eq(recommendationStatements.systemId, systemId),
      ),
    )
    .orderBy(desc(recommendationStatements.number));
}

/** Nothing is returned when somebody has stated something meanwhile. */
export async function insertRecommendationStatement(
  tx: Transaction,
  values: Omit<typeof recommendationStatements.$inferInsert, 'id' | 'createdAt'>,
) {
  const [statement] = await tx
    .insert(recommendationStatements)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: recommendationStatements.id });
  return statement;
}
