import { and, eq, lt } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { monitoringUploads } from '../schema/monitoring-batch.ts';

type OfUpload = { organisationId: string; deploymentId: string; uploadId: string };

const ofUpload = ({ organisationId, deploymentId, uploadId }: OfUpload) =>
  and(
    eq(monitoringUploads.organisationId, organisationId),
    eq(monitoringUploads.deploymentId, deploymentId),
    eq(monitoringUploads.id, uploadId),
  );

export async function insertUpload(
  tx: Transaction,
  values: typeof monitoringUploads.$inferInsert,
): Promise<string> {
  const [row] = await tx
    .insert(monitoringUploads)
    .values(values)
    .returning({ id: monitoringUploads.id });
  if (!row) throw new Error('the file was inserted in this statement');
  return row.id;
}

export async function findUpload(tx: Transaction, params: OfUpload) {
  const [row] = await tx
    .select({
      id: monitoringUploads.id,
      format: monitoringUploads.format,
      fileName: monitoringUploads.fileName,
      content: monitoringUploads.content,
      settings: monitoringUploads.settings,
    })
    .from(monitoringUploads)
    .where(ofUpload(params));
  return row;
}

export async function deleteUpload(tx: Transaction, params: OfUpload): Promise<void> {
  await tx.delete(monitoringUploads).where(ofUpload(params));
}

export async function deleteOldUploads(tx: Transaction, { before }: { before: Date }) {
  await tx.delete(monitoringUploads).where(lt(monitoringUploads.createdAt, before));
}
