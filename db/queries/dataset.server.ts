import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { datasets, datasetUses } from '../schema/dataset.ts';

type OfOrganisation = { organisationId: string };
type OfDataset = OfOrganisation & { datasetId: string };
type DatasetRow = typeof datasets.$inferInsert;
export type DatasetValues = Omit<
  DatasetRow,
  'organisationId' | 'id' | 'revision' | 'createdAt' | 'catalogueKey'
>;

/** By name. */
export async function listDatasets(tx: Transaction, { organisationId }: OfOrganisation) {
  return tx
    .select()
    .from(datasets)
    .where(eq(datasets.organisationId, organisationId))
    .orderBy(asc(sql`lower(${datasets.name})`), asc(datasets.field));
}

export async function findDataset(tx: Transaction, { organisationId, datasetId }: OfDataset) {
  const [dataset] = await tx
    .select()
    .from(datasets)
    .where(and(eq(datasets.organisationId, organisationId), eq(datasets.id, datasetId)));
  return dataset;
}

/** Those of the catalogue that the organisation has already stay as they are; answers with how many are new. */
export async function insertDatasets(tx: Transaction, values: readonly DatasetRow[]) {
  return tx
    .insert(datasets)
    .values([...values])
    .onConflictDoNothing()
    .returning({ id: datasets.id });
}

/** Nothing is returned when somebody has saved another revision meanwhile. */
export async function updateDataset(
  tx: Transaction,
  {
    organisationId,
    datasetId,
    revision,
    ...values
  }: OfDataset & DatasetValues & { revision: number },
) {
  const [dataset] = await tx
    .update(datasets)
    .set({ ...values, revision: sql`${datasets.revision} + 1` })
    .where(
      and(
        eq(datasets.organisationId, organisationId),
        eq(datasets.id, datasetId),
        eq(datasets.revision, revision),
      ),
    )
    .returning({ id: datasets.id });
  return dataset;
}

/** Of every data set and system; the reader picks. */
export async function listDatasetUses(tx: Transaction, { organisationId }: OfOrganisation) {
  return tx.select().from(datasetUses).where(eq(datasetUses.organisationId, organisationId));
}

/** Nothing is returned when this use stands already. */
export async function insertDatasetUse(
  tx: Transaction,
  values: Omit<typeof datasetUses.$inferInsert, 'id'>,
) {
  const [use] = await tx
    .insert(datasetUses)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: datasetUses.id });
  return use;
}

export async function deleteDatasetUse(
  tx: Transaction,
  params: OfOrganisation & { systemId: string; useId: string },
) {
  const [use] = await tx
    .delete(datasetUses)
    .where(
      and(
        eq(datasetUses.organisationId, params.organisationId),
        eq(datasetUses.systemId, params.systemId),
        eq(datasetUses.id, params.useId),
      ),
    )
    .returning({ datasetId: datasetUses.datasetId, role: datasetUses.role });
  return use;
}
