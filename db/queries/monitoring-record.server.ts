import { sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';

type Place = {
  organisationId: string;
  systemId: string;
  deploymentId: string;
  versionId: string;
};

/** A row as the statement reads it, with its number in the batch; names are those of the columns. */
export type NewRecord = { id: string; index: number; [column: string]: unknown };

const asRows = sql.raw(`(id uuid, "index" int, metric text, kind text, mode text, part text,
  cohort text, dimension text, level text, period_from date, period_to date,
  numerator double precision, denominator double precision, value double precision, detail jsonb,
  eligible int, scored int, labelled int, ascertainment text,
  sampling_probability double precision, matures_on date)`);

const said = sql.raw(`numerator, denominator, value, detail, eligible, scored, labelled,
  ascertainment, sampling_probability, matures_on`);

const sent = (rows: readonly NewRecord[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n ${asRows}`;

export type Meeting = {
  /** Of the record that was sent. */
  index: number;
  /** Of the one that is stored. */
  id: string;
  isSamePeriod: boolean;
  isSame: boolean;
};

/** Current records of the same metric, group, version and an overlapping period. */
export async function findMeetings(
  tx: Transaction,
  { organisationId, deploymentId, versionId }: Place,
  rows: readonly NewRecord[],
): Promise<Meeting[]> {
  return queryRows<Meeting>(
    tx,
    sql`select n."index", m.id,
          m.period_from = n.period_from and m.period_to = n.period_to as "isSamePeriod",
          m.kind = n.kind and (m.numerator, m.denominator, m.value, m.detail, m.eligible,
            m.scored, m.labelled, m.ascertainment, m.sampling_probability, m.matures_on)
          is not distinct from (n.numerator, n.denominator, n.value, n.detail, n.eligible,
            n.scored, n.labelled, n.ascertainment, n.sampling_probability, n.matures_on) as "isSame"
        from ${sent(rows)}
        cross join lateral (
          select * from monitoring_records m
          where m.organisation_id = ${organisationId} and m.deployment_id = ${deploymentId}
            and m.metric = n.metric and m.dimension = n.dimension and m.level = n.level
            and m.part = n.part and m.cohort = n.cohort and m.mode = n.mode
            and m.version_id = ${versionId} and m.superseded_by is null
            and m.period_from < n.period_to and m.period_to > n.period_from
          offset 0
        ) m`,
  );
}

/** The stored overall record beside a group that was sent without one. */
export async function findOverall(
  tx: Transaction,
  { organisationId, deploymentId, versionId }: Place,
  rows: readonly NewRecord[],
) {
  return queryRows<{ index: number; numerator: number | null; denominator: number | null }>(
    tx,
    sql`select n."index", m.numerator, m.denominator
        from ${sent(rows)}
        cross join lateral (
          select * from monitoring_records m
          where m.organisation_id = ${organisationId} and m.deployment_id = ${deploymentId}
            and m.metric = n.metric and m.dimension = '' and m.level = ''
            and m.part = n.part and m.cohort = n.cohort and m.mode = n.mode
            and m.version_id = ${versionId} and m.superseded_by is null
            and m.period_from = n.period_from and m.period_to = n.period_to and m.kind = n.kind
          offset 0
        ) m`,
  );
}

/** The old rows go first: of one number there is one current record. */
export async function supersedeRecords(
  tx: Transaction,
  { organisationId }: Pick<Place, 'organisationId'>,
  pairs: readonly { id: string; by: string }[],
): Promise<void> {
  await tx.execute(
    sql`update monitoring_records m
        set superseded_by = p."by", superseded_at = greatest(clock_timestamp(), m.recorded_at)
        from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p (id uuid, "by" uuid)
        where m.organisation_id = ${organisationId} and m.id = p.id`,
  );
}

export async function insertRecords(
  tx: Transaction,
  params: Place & { batchId: string; rows: readonly NewRecord[] },
): Promise<void> {
  const { organisationId, systemId, deploymentId, versionId, batchId, rows } = params;
  await tx.execute(
    sql`insert into monitoring_records (organisation_id, system_id, deployment_id, version_id,
          batch_id, id, metric, kind, mode, part, cohort, dimension, level, period_from,
          period_to, ${said})
        select ${organisationId}::uuid, ${systemId}::uuid, ${deploymentId}::uuid,
          ${versionId}::uuid, ${batchId}::uuid, id, metric, kind, mode, part, cohort, dimension,
          level, period_from, period_to, ${said}
        from ${sent(rows)}`,
  );
}
