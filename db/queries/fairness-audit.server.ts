import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { fairnessAuditRuns, fairnessAudits } from '../schema/fairness-audit.ts';

type OfDeployments = { organisationId: string; deploymentIds: readonly string[] };

/** Questions of these deployments with what came of each, the newest first. */
export async function listFairnessAudits(
  tx: Transaction,
  { organisationId, deploymentIds }: OfDeployments,
) {
  if (deploymentIds.length === 0) return [];
  return tx
    .select({ audit: fairnessAudits, run: fairnessAuditRuns })
    .from(fairnessAudits)
    .leftJoin(
      fairnessAuditRuns,
      and(
        eq(fairnessAuditRuns.organisationId, fairnessAudits.organisationId),
        eq(fairnessAuditRuns.auditId, fairnessAudits.id),
      ),
    )
    .where(
      and(
        eq(fairnessAudits.organisationId, organisationId),
        inArray(fairnessAudits.deploymentId, [...deploymentIds]),
      ),
    )
    .orderBy(desc(fairnessAudits.number), desc(fairnessAudits.id));
}
export type FairnessAudit = Awaited<ReturnType<typeof listFairnessAudits>>[number];

/** Nothing is returned when the number was taken meanwhile, or the audit it supersedes has a successor. */
export async function insertFairnessAudit(
  tx: Transaction,
  values: Omit<typeof fairnessAudits.$inferInsert, 'id' | 'createdAt'>,
) {
  const [row] = await tx
    .insert(fairnessAudits)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: fairnessAudits.id });
  return row;
}

/** Nothing is returned when it was carried out meanwhile. */
export async function insertFairnessAuditRun(
  tx: Transaction,
  values: Omit<typeof fairnessAuditRuns.$inferInsert, 'createdAt'>,
) {
  const [row] = await tx
    .insert(fairnessAuditRuns)
    .values(values)
    .onConflictDoNothing()
    .returning({ auditId: fairnessAuditRuns.auditId });
  return row;
}
