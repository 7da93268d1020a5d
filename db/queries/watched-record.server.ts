import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { modelVersions } from '../schema/model-version.ts';
import { monitoringRecords } from '../schema/monitoring-record.ts';

type OfDeployment = { organisationId: string; deploymentId: string };
const record = monitoringRecords;

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
  /** Whether it took the place of another. */
  isRestated: sql<boolean>`exists (select 1 from monitoring_records old
    where old.organisation_id = ${record.organisationId} and old.superseded_by = ${record.id})`,
};

/** What stands now of a deployment, in order of time; of these metrics alone where some are named. */
export async function listWatchedRecords(
  tx: Transaction,
  { organisationId, deploymentId, metrics }: OfDeployment & { metrics?: readonly string[] },
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
        isNull(record.supersededBy),
      ),
    )
    .orderBy(asc(record.periodFrom), asc(record.metric), asc(record.level));
}
export type WatchedRecord = Awaited<ReturnType<typeof listWatchedRecords>>[number];
