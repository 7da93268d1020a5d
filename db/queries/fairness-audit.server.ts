import { and, desc, eq, inArray } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Transaction } from '../database.ts';
import {
  fairnessAuditEvents,
  fairnessAuditRuns,
  fairnessAudits,
  type auditEventKinds,
} from '../schema/fairness-audit.ts';

const opened = alias(fairnessAuditEvents, 'opened');
const withdrawn = alias(fairnessAuditEvents, 'withdrawn');
const ofAudit = (
  events: Record<'organisationId' | 'auditId' | 'kind', AnyPgColumn>,
  kind: (typeof auditEventKinds)[number],
) =>
  and(
    eq(events.organisationId, fairnessAudits.organisationId),
    eq(events.auditId, fairnessAudits.id),
    eq(events.kind, kind),
  );

type OfDeployments = { organisationId: string; deploymentIds: readonly string[] };

/** Questions of these deployments with what came of each, the newest first. */
export async function listFairnessAudits(
  tx: Transaction,
  { organisationId, deploymentIds }: OfDeployments,
) {
  if (deploymentIds.length === 0) return [];
  return tx
    .select({ audit: fairnessAudits, run: fairnessAuditRuns, opened, withdrawn })
    .from(fairnessAudits)
    .leftJoin(
      fairnessAuditRuns,
      and(
        eq(fairnessAuditRuns.organisationId, fairnessAudits.organisationId),
        eq(fairnessAuditRuns.auditId, fairnessAudits.id),
      ),
    )
    .leftJoin(opened, ofAudit(opened, 'opened'))
    .leftJoin(withdrawn, ofAudit(withdrawn, 'withdrawn'))
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

/** Nothing is returned when it happened before. */
export async function insertFairnessAuditEvent(
  tx: Transaction,
  values: typeof fairnessAuditEvents.$inferInsert,
) {
  const [row] = await tx
    .insert(fairnessAuditEvents)
    .values(values)
    .onConflictDoNothing()
    .returning({ auditId: fairnessAuditEvents.auditId });
  return row;
}
