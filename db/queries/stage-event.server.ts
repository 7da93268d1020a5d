import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { stageEvents } from '../schema/deployment.ts';

export type StageEventValues = Omit<typeof stageEvents.$inferInsert, 'id' | 'number' | 'createdAt'>;

/** Newest first, of systems and deployments; a filter by one system leaves both. */
export async function listStageEvents(
  tx: Transaction,
  { organisationId, systemId }: { organisationId: string; systemId?: string },
) {
  return tx
    .select()
    .from(stageEvents)
    .where(
      and(
        eq(stageEvents.organisationId, organisationId),
        systemId === undefined ? undefined : eq(stageEvents.systemId, systemId),
      ),
    )
    .orderBy(desc(stageEvents.number), desc(stageEvents.createdAt));
}

/** Nothing is returned when somebody has decided meanwhile: `number` follows the one that was seen. */
export async function insertStageEvent(
  tx: Transaction,
  values: StageEventValues & { number: number },
) {
  const [event] = await tx
    .insert(stageEvents)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: stageEvents.id });
  return event;
}
