import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { deploymentPeriods } from '../schema/deployment.ts';
import { modelVersions } from '../schema/model-version.ts';

type OfDeployment = { organisationId: string; deploymentId: string };
type PeriodRow = typeof deploymentPeriods.$inferInsert;

/** One writer of a deployment at a time, until the transaction ends; answers with the instant. */
export async function lockDeployment(
  tx: Transaction,
  { organisationId, deploymentId }: OfDeployment,
): Promise<Date> {
  await tx.execute(sql`select attune.lock_deployment(${organisationId}, ${deploymentId})`);
  // The clock after the wait, not the start of the transaction: who waited believed it later.
  const [row] = await queryRows<{ at: string }>(
    tx,
    sql`select round(extract(epoch from greatest(clock_timestamp(), max(p.recorded_at),
          max(p.superseded_at))) * 1000)::text as at
        from deployment_periods p
        where p.organisation_id = ${organisationId} and p.deployment_id = ${deploymentId}`,
  );
  return new Date(Number(row?.at));
}

/** What is and was believed of a deployment: by the start of the period, then as it was recorded. */
export async function listPeriods(tx: Transaction, { organisationId, deploymentId }: OfDeployment) {
  return tx
    .select({
      id: deploymentPeriods.id,
      versionId: deploymentPeriods.versionId,
      version: modelVersions.version,
      validFrom: deploymentPeriods.validFrom,
      validTo: deploymentPeriods.validTo,
      recordedAt: deploymentPeriods.recordedAt,
      supersededAt: deploymentPeriods.supersededAt,
      reason: deploymentPeriods.reason,
      recordedBy: deploymentPeriods.recordedBy,
    })
    .from(deploymentPeriods)
    .innerJoin(
      modelVersions,
      and(
        eq(modelVersions.organisationId, deploymentPeriods.organisationId),
        eq(modelVersions.id, deploymentPeriods.versionId),
      ),
    )
    .where(
      and(
        eq(deploymentPeriods.organisationId, organisationId),
        eq(deploymentPeriods.deploymentId, deploymentId),
      ),
    )
    .orderBy(asc(deploymentPeriods.validFrom), asc(deploymentPeriods.recordedAt));
}

/**
 * What ran on a day, as it was believed at an instant: one row for each deployment that ran then.
 * Without `deploymentId` of every deployment the actor sees.
 */
export async function listRunning(
  tx: Transaction,
  params: { organisationId: string; deploymentId?: string; day: string; knownAt: Date },
) {
  const { organisationId, deploymentId, day, knownAt } = params;
  const period = deploymentPeriods;
  return tx
    .select({
      deploymentId: period.deploymentId,
      systemId: period.systemId,
      periodId: period.id,
      versionId: period.versionId,
      version: modelVersions.version,
      validFrom: period.validFrom,
      validTo: period.validTo,
    })
    .from(period)
    .innerJoin(
      modelVersions,
      and(
        eq(modelVersions.organisationId, period.organisationId),
        eq(modelVersions.id, period.versionId),
      ),
    )
    .where(
      and(
        eq(period.organisationId, organisationId),
        deploymentId === undefined ? undefined : eq(period.deploymentId, deploymentId),
        lte(period.validFrom, day),
        or(isNull(period.validTo), gt(period.validTo, day)),
        lte(period.recordedAt, knownAt),
        or(isNull(period.supersededAt), gt(period.supersededAt, knownAt)),
      ),
    );
}

export async function insertPeriod(
  tx: Transaction,
  values: Omit<PeriodRow, 'id' | 'supersededAt' | 'supersededBy'>,
): Promise<void> {
  await tx.insert(deploymentPeriods).values(values);
}

/** Nothing is returned when it was superseded already. */
export async function supersedePeriod(
  tx: Transaction,
  params: OfDeployment & { periodId: string; at: Date; by: string },
) {
  const [period] = await tx
    .update(deploymentPeriods)
    .set({ supersededAt: params.at, supersededBy: params.by })
    .where(
      and(
        eq(deploymentPeriods.organisationId, params.organisationId),
        eq(deploymentPeriods.deploymentId, params.deploymentId),
        eq(deploymentPeriods.id, params.periodId),
        isNull(deploymentPeriods.supersededAt),
      ),
    )
    .returning();
  return period;
}
