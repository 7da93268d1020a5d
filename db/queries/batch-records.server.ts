import { and, asc, count, eq, gt, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../database.ts';
import { monitoringRecords } from '../schema/monitoring-record.ts';
import { everStood } from './watched-record.server.ts';

type OfBatch = { organisationId: string; batchId: string };
const record = monitoringRecords;
const replaced = alias(monitoringRecords, 'replaced');

/** Not as it stood before it stood again. */
const isLatest = sql`not exists (select 1 from monitoring_records again
  where again.organisation_id = ${record.organisationId} and again.restores = ${record.id})`;

const held = ({ organisationId, batchId }: OfBatch) =>
  and(eq(record.organisationId, organisationId), eq(record.batchId, batchId), everStood, isLatest);

/** With those that stand again since a batch that they had confirmed was taken back. */
export async function countBatchRecords(tx: Transaction, batch: OfBatch): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(record).where(held(batch));
  return row?.n ?? 0;
}

/**
 * What a batch held, without what it only confirmed: each record with the numbers it took the place of, and whether another took its. Of
 * one that stands again, since another was taken back, the last row alone, and not that other one.
 */
export async function listBatchRecords(
  tx: Transaction,
  params: OfBatch & { limit: number; offset: number },
) {
  return tx
    .select({
      id: record.id,
      metric: record.metric,
      kind: record.kind,
      mode: record.mode,
      part: record.part,
      cohort: record.cohort,
      dimension: record.dimension,
      level: record.level,
      periodFrom: record.periodFrom,
      periodTo: record.periodTo,
      numerator: record.numerator,
      denominator: record.denominator,
      value: record.value,
      detail: record.detail,
      supersededAt: record.supersededAt,
      restores: record.restores,
      recordedAt: record.recordedAt,
      replaced: {
        id: replaced.id,
        kind: replaced.kind,
        numerator: replaced.numerator,
        denominator: replaced.denominator,
        value: replaced.value,
        detail: replaced.detail,
      },
    })
    .from(record)
    .leftJoin(
      replaced,
      and(
        eq(replaced.organisationId, record.organisationId),
        eq(replaced.supersededBy, record.id),
        isNull(record.restores),
        gt(replaced.supersededAt, replaced.recordedAt),
      ),
    )
    .where(held(params))
    .orderBy(
      asc(record.metric),
      asc(record.part),
      asc(record.periodFrom),
      asc(record.dimension),
      asc(record.level),
      asc(record.id),
    )
    .limit(params.limit)
    .offset(params.offset);
}
