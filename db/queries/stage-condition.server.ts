import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { stageEvents } from '../schema/deployment.ts';
import { metConditions, stageConditions } from '../schema/stage-condition.ts';

type ConditionRow = typeof stageConditions.$inferInsert;
export type ConditionValues = Pick<
  ConditionRow,
  'text' | 'owner' | 'ownerId' | 'dueOn' | 'isBeforeNext'
>;

const condition = stageConditions;

/** Of one system, or of all, with the decision each belongs to; those that are due first come first. */
export async function listStageConditions(
  tx: Transaction,
  { organisationId, systemId }: { organisationId: string; systemId?: string },
) {
  return tx
    .select({
      ...getTableColumns(condition),
      number: stageEvents.number,
      stage: stageEvents.stage,
      decidedOn: stageEvents.decidedOn,
      metOn: metConditions.metOn,
      evidence: metConditions.evidence,
      recordedBy: metConditions.recordedBy,
    })
    .from(condition)
    .innerJoin(
      stageEvents,
      and(
        eq(stageEvents.organisationId, condition.organisationId),
        eq(stageEvents.id, condition.eventId),
      ),
    )
    .leftJoin(
      metConditions,
      and(
        eq(metConditions.organisationId, condition.organisationId),
        eq(metConditions.conditionId, condition.id),
      ),
    )
    .where(
      and(
        eq(condition.organisationId, organisationId),
        systemId === undefined ? undefined : eq(condition.systemId, systemId),
      ),
    )
    .orderBy(asc(condition.dueOn), asc(stageEvents.number), asc(condition.position));
}
export type StageConditionRow = Awaited<ReturnType<typeof listStageConditions>>[number];

export async function insertStageConditions(tx: Transaction, values: readonly ConditionRow[]) {
  if (values.length > 0) await tx.insert(condition).values([...values]);
}

/** Nothing is returned when somebody has recorded it meanwhile. */
export async function insertMetCondition(
  tx: Transaction,
  values: Omit<typeof metConditions.$inferInsert, 'createdAt'>,
) {
  const [met] = await tx
    .insert(metConditions)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: metConditions.conditionId });
  return met;
}
