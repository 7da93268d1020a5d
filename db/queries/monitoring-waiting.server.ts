import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { deployments } from '../schema/deployment.ts';
import { monitoringBatches, quarantinedBatches } from '../schema/monitoring-batch.ts';
import { monitoringPlans } from '../schema/monitoring-plan.ts';

type OfOrganisation = { organisationId: string };

const place = { systemId: deployments.systemId, deploymentId: deployments.id };

/** Where batches wait for the register, once for each batch, the oldest first. */
export async function listWaitingBatches(tx: Transaction, { organisationId }: OfOrganisation) {
  return tx
    .select(place)
    .from(quarantinedBatches)
    .innerJoin(
      monitoringBatches,
      and(
        eq(monitoringBatches.organisationId, quarantinedBatches.organisationId),
        eq(monitoringBatches.id, quarantinedBatches.batchId),
      ),
    )
    .innerJoin(
      deployments,
      and(
        eq(deployments.organisationId, monitoringBatches.organisationId),
        eq(deployments.id, monitoringBatches.deploymentId),
      ),
    )
    .where(
      and(
        eq(quarantinedBatches.organisationId, organisationId),
        isNull(quarantinedBatches.outcome),
      ),
    )
    .orderBy(asc(monitoringBatches.receivedAt));
}

/** Where the plan that counts was to be reviewed by now, the longest ago first. */
export async function listDueReviews(
  tx: Transaction,
  { organisationId, today }: OfOrganisation & { today: string },
) {
  return tx
    .select(place)
    .from(monitoringPlans)
    .innerJoin(
      deployments,
      and(
        eq(deployments.organisationId, monitoringPlans.organisationId),
        eq(deployments.id, monitoringPlans.deploymentId),
      ),
    )
    .where(
      and(
        eq(monitoringPlans.organisationId, organisationId),
        eq(monitoringPlans.state, 'adopted'),
        lte(monitoringPlans.reviewOn, today),
        sql`not exists (select 1 from monitoring_plans later
          where later.organisation_id = ${monitoringPlans.organisationId}
            and later.deployment_id = ${monitoringPlans.deploymentId}
            and later.state = 'adopted' and later.number > ${monitoringPlans.number})`,
      ),
    )
    .orderBy(asc(monitoringPlans.reviewOn));
}
