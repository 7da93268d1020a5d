import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { fairnessActionOutcomes } from '../schema/fairness-action.ts';
import { fairnessAudits } from '../schema/fairness-audit.ts';

/** Actions that were done, of all audits of these deployments. */
export async function listFairnessActionOutcomes(
  tx: Transaction,
  { organisationId, deploymentIds }: { organisationId: string; deploymentIds: readonly string[] },
) {
  if (deploymentIds.length === 0) return [];
  const { auditId, position, doneOn, doneBy, evidence, recordedBy } = fairnessActionOutcomes;
  return tx
    .select({ auditId, position, doneOn, doneBy, evidence, recordedBy })
    .from(fairnessActionOutcomes)
    .innerJoin(
      fairnessAudits,
      and(eq(fairnessAudits.organisationId, organisationId), eq(fairnessAudits.id, auditId)),
    )
    .where(
      and(
        eq(fairnessActionOutcomes.organisationId, organisationId),
        inArray(fairnessAudits.deploymentId, [...deploymentIds]),
      ),
    );
}
export type FairnessActionOutcome = Awaited<ReturnType<typeof listFairnessActionOutcomes>>[number];

/** Nothing is returned when somebody has recorded it meanwhile. */
export async function insertFairnessActionOutcome(
  tx: Transaction,
  values: Omit<typeof fairnessActionOutcomes.$inferInsert, 'createdAt'>,
) {
  const [done] = await tx
    .insert(fairnessActionOutcomes)
    .values(values)
    .onConflictDoNothing()
    .returning({ position: fairnessActionOutcomes.position });
  return done;
}
