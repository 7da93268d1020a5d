import { and, count, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { exitPlans } from '../schema/exit-plan.ts';
import { monitoringRecords } from '../schema/monitoring-record.ts';
import { everStood } from './watched-record.server.ts';

type OfDeployment = { organisationId: string; deploymentId: string };

/** Newest first. */
export async function listExitPlans(
  tx: Transaction,
  { organisationId, deploymentId }: OfDeployment,
) {
  return tx
    .select()
    .from(exitPlans)
    .where(
      and(eq(exitPlans.organisationId, organisationId), eq(exitPlans.deploymentId, deploymentId)),
    )
    .orderBy(desc(exitPlans.number));
}
export type ExitPlan = Awaited<ReturnType<typeof listExitPlans>>[number];

/** Nothing is returned when somebody has written another one meanwhile. */
export async function insertExitPlan(
  tx: Transaction,
  values: Omit<typeof exitPlans.$inferInsert, 'id' | 'createdAt'>,
) {
  const [plan] = await tx
    .insert(exitPlans)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: exitPlans.id });
  return plan;
}

/** Records of the silent mode that were there at an instant, those replaced since among them. */
export async function countSilentRecords(
  tx: Transaction,
  { organisationId, deploymentId, until }: OfDeployment & { until: Date },
) {
  const record = monitoringRecords;
  const [found] = await tx
    .select({
      records: count(),
      from: sql<string | null>`min(${record.periodFrom})`,
      to: sql<string | null>`max(${record.periodTo})`,
    })
    .from(record)
    .where(
      and(
        eq(record.organisationId, organisationId),
        eq(record.deploymentId, deploymentId),
        inArray(record.mode, ['silent', 'shadow']),
        lte(record.recordedAt, until),
        everStood,
      ),
    );
  return found ?? { records: 0, from: null, to: null };
}
