import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { datasetStatements } from '../schema/dataset-statement.ts';

/** Of every data set, or of one; newest first. */
export async function listDatasetStatements(
  tx: Transaction,
  { organisationId, datasetId }: { organisationId: string; datasetId?: string },
) {
  return tx
    .select()
    .from(datasetStatements)
    .where(
      and(
        eq(datasetStatements.organisationId, organisationId),
        datasetId === undefined ? undefined : eq(datasetStatements.datasetId, datasetId),
      ),
    )
    .orderBy(desc(datasetStatements.number));
}

/** Nothing is returned when somebody has stated something meanwhile. */
export async function insertDatasetStatement(
  tx: Transaction,
  values: Omit<typeof datasetStatements.$inferInsert, 'id' | 'createdAt'>,
) {
  const [statement] = await tx
    .insert(datasetStatements)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: datasetStatements.id });
  return statement;
}
