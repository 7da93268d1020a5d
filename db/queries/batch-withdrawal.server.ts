import { and, eq, inArray, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { batchWithdrawals } from '../schema/batch-withdrawal.ts';
import { monitoringRecords } from '../schema/monitoring-record.ts';
import type { CurrentRecord } from './monitoring-record.server.ts';

type OfBatch = { organisationId: string; batchId: string };

/** A record that stands, and the one that stands again once its batch is taken back. */
export type WithdrawalPair = { id: string; restored: string | null };

/**
 * Records of a batch that stand, each with the newest before it, or that confirmed it, whose batch was not
 * taken back: what was taken back is passed over, however far back.
 */
export async function listWithdrawalPairs(
  tx: Transaction,
  { organisationId, batchId }: OfBatch,
): Promise<WithdrawalPair[]> {
  return queryRows<WithdrawalPair>(
    tx,
    sql`with recursive gone as (
          select ${batchId}::uuid as batch_id
          union select batch_id from batch_withdrawals where organisation_id = ${organisationId}
        ), chain as (
          select r.id as standing, r.id, r.batch_id, r.recorded_at, r.metric, r.period_from, r.level
          from monitoring_records r
          where r.organisation_id = ${organisationId} and r.batch_id = ${batchId}
            and r.superseded_by is null
          union all
          select c.standing, p.id, p.batch_id, p.recorded_at, c.metric, c.period_from, c.level
          from chain c
          join gone on gone.batch_id = c.batch_id
          join monitoring_records p
            on p.organisation_id = ${organisationId} and p.superseded_by = c.id
        )
        select s.standing as id, before.id as restored
        from chain s
        left join (
          select distinct on (c.standing) c.standing, c.id from chain c
          where not exists (select 1 from gone where gone.batch_id = c.batch_id)
          order by c.standing, c.recorded_at desc, c.id
        ) before on before.standing = s.standing
        where s.id = s.standing
        order by s.metric, s.period_from, s.level, s.standing`,
  );
}

/** Of a batch how many records that stood a later one has replaced, and none has given back. */
export async function countReplaced(
  tx: Transaction,
  { organisationId, batchId }: OfBatch,
): Promise<number> {
  const [row] = await queryRows<{ n: number }>(
    tx,
    sql`select count(*)::int as n from monitoring_records r
        where r.organisation_id = ${organisationId} and r.batch_id = ${batchId}
          and r.superseded_at > r.recorded_at
          and not exists (select 1 from monitoring_records again
            where again.organisation_id = r.organisation_id and again.restores = r.id)`,
  );
  return row?.n ?? 0;
}

/** Records end with the transaction's instant, as those that stand again begin with it. */
export async function endRecords(
  tx: Transaction,
  { organisationId }: { organisationId: string },
  pairs: readonly { id: string; by: string }[],
): Promise<void> {
  await tx.execute(
    sql`update monitoring_records m
        set superseded_by = p."by", superseded_at = greatest(now(), m.recorded_at + interval '1 microsecond')
        from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p (id uuid, "by" uuid)
        where m.organisation_id = ${organisationId} and m.id = p.id`,
  );
}

/** As rows of their own: what a record said and when it stood is never changed. */
export async function restoreRecords(
  tx: Transaction,
  { organisationId }: { organisationId: string },
  pairs: readonly { id: string; restored: string }[],
): Promise<void> {
  const said =
    sql.raw(`organisation_id, system_id, deployment_id, version_id, batch_id, metric, kind,
    mode, part, cohort, dimension, level, period_from, period_to, numerator, denominator, value, detail,
    eligible, scored, labelled, ascertainment, sampling_probability, matures_on`);
  await tx.execute(
    sql`insert into monitoring_records (id, restores, ${said})
        select p.again, p.restored, ${said}
        from jsonb_to_recordset(${JSON.stringify(pairs.map(({ id, restored }) => ({ again: id, restored })))}::jsonb)
          as p (again uuid, restored uuid)
        join monitoring_records m on m.organisation_id = ${organisationId} and m.id = p.restored`,
  );
}

/** How many groups have more than everybody, where one of the two is among these. */
export async function countAboveOverall(
  tx: Transaction,
  { organisationId, ids }: { organisationId: string; ids: readonly string[] },
): Promise<number> {
  const [row] = await queryRows<{ n: number }>(
    tx,
    sql`with new as (select value::uuid as id
          from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
        select count(distinct g.id)::int as n
        from new
        join monitoring_records m on m.organisation_id = ${organisationId} and m.id = new.id
        join monitoring_records o on o.organisation_id = m.organisation_id
          and o.deployment_id = m.deployment_id and o.version_id = m.version_id
          and o.metric = m.metric and o.part = m.part and o.cohort = m.cohort and o.mode = m.mode
          and o.period_from = m.period_from and o.period_to = m.period_to and o.kind = m.kind
          and o.dimension = '' and o.superseded_by is null
        join monitoring_records g on g.organisation_id = m.organisation_id
          and g.deployment_id = m.deployment_id and g.version_id = m.version_id
          and g.metric = m.metric and g.part = m.part and g.cohort = m.cohort and g.mode = m.mode
          and g.period_from = m.period_from and g.period_to = m.period_to and g.kind = m.kind
          and g.dimension <> '' and g.superseded_by is null
        where (m.dimension = '' or m.id = g.id)
          and (g.denominator > o.denominator * (1 + 1e-9)
            or (g.kind <> 'mean' and g.numerator > o.numerator * (1 + 1e-9)))`,
  );
  return row?.n ?? 0;
}

/** What stands of metrics with parts, in the groups and periods of these records. */
export async function listPartsBeside(
  tx: Transaction,
  { organisationId, ids }: { organisationId: string; ids: readonly string[] },
): Promise<CurrentRecord[]> {
  return queryRows<CurrentRecord>(
    tx,
    sql`select s.id, s.metric, s.part, s.cohort, s.dimension, s.level, s.mode, s.kind,
          s.period_from::text, s.period_to::text, s.numerator, s.denominator, s.value, s.detail,
          s.eligible, s.scored, s.labelled, s.ascertainment, s.sampling_probability,
          s.matures_on::text
        from (select distinct m.deployment_id, m.version_id, m.metric, m.cohort, m.mode,
            m.dimension, m.level, m.period_from, m.period_to
          from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as new (id)
          join monitoring_records m
            on m.organisation_id = ${organisationId} and m.id = new.id::uuid and m.part <> '') o
        join monitoring_records s on s.organisation_id = ${organisationId}
          and s.deployment_id = o.deployment_id and s.version_id = o.version_id
          and s.metric = o.metric and s.cohort = o.cohort and s.mode = o.mode
          and s.dimension = o.dimension and s.level = o.level
          and s.period_from = o.period_from and s.period_to = o.period_to
          and s.part <> '' and s.superseded_by is null
        order by s.metric, s.period_from, s.dimension, s.level, s.part, s.id`,
  );
}

/** Nothing is returned when the batch was taken back before. */
export async function insertWithdrawal(
  tx: Transaction,
  values: typeof batchWithdrawals.$inferInsert,
) {
  const [row] = await tx
    .insert(batchWithdrawals)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: batchWithdrawals.id });
  return row;
}

/** What some records say, as pages show it. */
export async function listRecordsNamed(
  tx: Transaction,
  { organisationId, ids }: { organisationId: string; ids: readonly string[] },
) {
  const record = monitoringRecords;
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
    })
    .from(record)
    .where(and(eq(record.organisationId, organisationId), inArray(record.id, [...ids])));
}
