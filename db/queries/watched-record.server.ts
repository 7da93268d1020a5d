import { and, asc, count, eq, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { modelVersions } from '../schema/model-version.ts';
import { monitoringRecords } from '../schema/monitoring-record.ts';

type OfDeployment = { organisationId: string; deploymentId: string };
const record = monitoringRecords;

/** A record that confirms another ended as it began. */
export const everStood = or(
  isNull(record.supersededAt),
  gt(record.supersededAt, record.recordedAt),
);

const columns = {
  metric: record.metric,
  kind: record.kind,
  mode: record.mode,
  part: record.part,
  cohort: record.cohort,
  dimension: record.dimension,
  level: record.level,
  from: record.periodFrom,
  to: record.periodTo,
  numerator: record.numerator,
  denominator: record.denominator,
  value: record.value,
  detail: record.detail,
  eligible: record.eligible,
  scored: record.scored,
  labelled: record.labelled,
  ascertainment: record.ascertainment,
  samplingProbability: record.samplingProbability,
  maturesOn: record.maturesOn,
  batchId: record.batchId,
  version: modelVersions.version,
  sentAt: record.recordedAt,
  /** When what took its place was sent, or when it was taken back with its batch; null: it stands. */
  replacedAt: sql`coalesce((select newer.recorded_at from monitoring_records newer
    where newer.organisation_id = ${record.organisationId}
      and newer.id = ${record.supersededBy}), ${record.supersededAt})`.mapWith(
    record.recordedAt,
  ) as SQL<Date | null>,
  /** Whether it took the place of another. */
  isRestated: sql<boolean>`exists (select 1 from monitoring_records old
    where old.organisation_id = ${record.organisationId} and old.superseded_by = ${record.id}
      and old.superseded_at > old.recorded_at)`,
};

/**
 * What stands now of a deployment, in order of time, or with what it took the place of; of these metrics
 * alone where some are named.
 */
export async function listWatchedRecords(
  tx: Transaction,
  {
    organisationId,
    deploymentId,
    metrics,
    isWithReplaced = false,
  }: OfDeployment & { metrics?: readonly string[]; isWithReplaced?: boolean },
) {
  return tx
    .select(columns)
    .from(record)
    .innerJoin(
      modelVersions,
      and(
        eq(modelVersions.organisationId, record.organisationId),
        eq(modelVersions.id, record.versionId),
      ),
    )
    .where(
      and(
        eq(record.organisationId, organisationId),
        eq(record.deploymentId, deploymentId),
        metrics === undefined ? undefined : inArray(record.metric, [...metrics]),
        isWithReplaced ? everStood : isNull(record.supersededBy),
      ),
    )
    .orderBy(asc(record.periodFrom), asc(record.metric), asc(record.level));
}
export type WatchedRecord = Awaited<ReturnType<typeof listWatchedRecords>>[number];

/** Which metrics a deployment sent: how many records of each stand, from when until when. */
export async function listSentMetrics(
  tx: Transaction,
  { organisationId, deploymentId }: OfDeployment,
) {
  return tx
    .select({
      metric: record.metric,
      records: count(),
      from: sql<string>`min(${record.periodFrom})`.mapWith(record.periodFrom),
      to: sql<string>`max(${record.periodTo})`.mapWith(record.periodTo),
    })
    .from(record)
    .where(
      and(
        eq(record.organisationId, organisationId),
        eq(record.deploymentId, deploymentId),
        isNull(record.supersededBy),
      ),
    )
    .groupBy(record.metric)
    .orderBy(asc(record.metric));
}
