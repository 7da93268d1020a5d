import { sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';

type Place = {
  organisationId: string;
  systemId: string;
  deploymentId: string;
  versionId: string;
};

/** A row as the statement reads it; names are those of the columns. */
export type NewRecord = CurrentRecord;

const asRows = sql.raw(`(id uuid, metric text, kind text, mode text, part text,
  cohort text, dimension text, level text, period_from date, period_to date,
  numerator double precision, denominator double precision, value double precision, detail jsonb,
  eligible int, scored int, labelled int, ascertainment text,
  sampling_probability double precision, matures_on date)`);

const said = sql.raw(`numerator, denominator, value, detail, eligible, scored, labelled,
  ascertainment, sampling_probability, matures_on`);

/** Of one metric, group and mode, with the first and the last day that are asked for. */
export type Series = {
  metric: string;
  part: string;
  cohort: string;
  dimension: string;
  level: string;
  mode: string;
  from: string;
  to: string;
};

export type CurrentRecord = Omit<Series, 'from' | 'to'> & {
  id: string;
  kind: string;
  period_from: string;
  period_to: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  detail: Record<string, unknown> | null;
  eligible: number | null;
  scored: number | null;
  labelled: number | null;
  ascertainment: string | null;
  sampling_probability: number | null;
  matures_on: string | null;
};

/** Current records of a version in some series, as far as their periods meet the days asked for. */
export async function findCurrentRecords(
  tx: Transaction,
  { organisationId, deploymentId, versionId }: Place,
  series: readonly Series[],
): Promise<CurrentRecord[]> {
  return queryRows<CurrentRecord>(
    tx,
    sql`select m.id, m.metric, m.part, m.cohort, m.dimension, m.level, m.mode, m.kind,
          m.period_from::text, m.period_to::text, m.numerator, m.denominator, m.value, m.detail,
          m.eligible, m.scored, m.labelled, m.ascertainment, m.sampling_probability,
          m.matures_on::text
        from jsonb_to_recordset(${JSON.stringify(series)}::jsonb) as s (metric text, part text,
          cohort text, dimension text, level text, mode text, "from" date, "to" date)
        cross join lateral (
          select * from monitoring_records m
          where m.organisation_id = ${organisationId} and m.deployment_id = ${deploymentId}
            and m.metric = s.metric and m.dimension = s.dimension and m.level = s.level
            and m.part = s.part and m.cohort = s.cohort and m.mode = s.mode
            and m.version_id = ${versionId} and m.superseded_by is null
            and m.period_from < s."to" and m.period_to > s."from"
          offset 0
        ) m`,
  );
}

export type OverallOf = {
  index: number;
  metric: string;
  part: string;
  cohort: string;
  mode: string;
  kind: string;
  period_from: string;
  period_to: string;
  numerator: number | null;
  denominator: number | null;
};

/** Groups that stand and have more than a record of everybody of the same period, with the index of that record. */
export async function findGroupsAbove(
  tx: Transaction,
  { organisationId, deploymentId, versionId }: Place,
  records: readonly OverallOf[],
): Promise<{ index: number; dimension: string; level: string }[]> {
  if (records.length === 0) return [];
  return queryRows<{ index: number; dimension: string; level: string }>(
    tx,
    sql`select o.index, g.dimension, g.level
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as o (index int, metric text,
          part text, cohort text, mode text, kind text, period_from date, period_to date,
          numerator float8, denominator float8)
        cross join lateral (
          select m.dimension, m.level from monitoring_records m
          where m.organisation_id = ${organisationId} and m.deployment_id = ${deploymentId}
            and m.metric = o.metric and m.part = o.part and m.cohort = o.cohort
            and m.mode = o.mode and m.version_id = ${versionId} and m.superseded_by is null
            and m.dimension <> '' and m.kind = o.kind
            and m.period_from = o.period_from and m.period_to = o.period_to
            and (m.denominator > o.denominator * (1 + 1e-9)
              or (m.kind <> 'mean' and m.numerator > o.numerator * (1 + 1e-9)))
          offset 0
        ) g`,
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
        set superseded_by = p."by", superseded_at = greatest(clock_timestamp(), m.recorded_at + interval '1 microsecond')
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
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n ${asRows}`,
  );
}

/**
 * That a batch says again what stands: a row of its own that ended as it began, in favour of the one that
 * stands, so that the words are kept when that one's batch is taken back.
 */
export async function insertConfirmations(
  tx: Transaction,
  params: { organisationId: string; batchId: string; confirmed: readonly string[] },
): Promise<void> {
  const { organisationId, batchId, confirmed } = params;
  const same =
    sql.raw(`organisation_id, system_id, deployment_id, version_id, metric, kind, mode, part,
    cohort, dimension, level, period_from, period_to, numerator, denominator, value, detail, eligible,
    scored, labelled, ascertainment, sampling_probability, matures_on`);
  await tx.execute(
    sql`insert into monitoring_records (id, batch_id, superseded_by, recorded_at, superseded_at, ${same})
        select gen_random_uuid(), ${batchId}::uuid, m.id, now(), now(), ${same}
        from jsonb_array_elements_text(${JSON.stringify(confirmed)}::jsonb) as c (id)
        join monitoring_records m on m.organisation_id = ${organisationId} and m.id = c.id::uuid`,
  );
}
