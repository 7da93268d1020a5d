import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { activities, activitySessions } from '../schema/activity.ts';

type OfActivity = { organisationId: string; activityId: string };
type ActivityRow = typeof activities.$inferInsert;
export type ActivityValues = Omit<ActivityRow, 'organisationId' | 'id' | 'revision' | 'createdAt'>;
type SessionRow = typeof activitySessions.$inferInsert;
export type SessionValues = Omit<
  SessionRow,
  'organisationId' | 'id' | 'activityId' | 'recordedBy' | 'createdAt'
>;

const ofActivity = ({ organisationId, activityId }: OfActivity) =>
  and(eq(activities.organisationId, organisationId), eq(activities.id, activityId));

export async function listActivityTitles(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ id: activities.id, title: activities.title })
    .from(activities)
    .where(eq(activities.organisationId, params.organisationId));
}

/** Newest first. */
export async function listActivities(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select()
    .from(activities)
    .where(eq(activities.organisationId, params.organisationId))
    .orderBy(desc(activities.startsOn), desc(activities.createdAt));
}

export async function findActivity(tx: Transaction, params: OfActivity) {
  const [activity] = await tx.select().from(activities).where(ofActivity(params));
  return activity;
}

export async function insertActivity(
  tx: Transaction,
  { activityId, ...values }: OfActivity & ActivityValues,
): Promise<void> {
  await tx.insert(activities).values({ ...values, id: activityId });
}

/** Nothing is returned when somebody has saved another revision meanwhile. */
export async function updateActivity(
  tx: Transaction,
  {
    organisationId,
    activityId,
    revision,
    ...values
  }: OfActivity & ActivityValues & { revision: number },
) {
  const [activity] = await tx
    .update(activities)
    .set({ ...values, revision: sql`${activities.revision} + 1` })
    .where(and(ofActivity({ organisationId, activityId }), eq(activities.revision, revision)))
    .returning({ id: activities.id });
  return activity;
}

/** In the order in which they were held. */
export async function listSessions(tx: Transaction, params: OfActivity) {
  return tx
    .select()
    .from(activitySessions)
    .where(
      and(
        eq(activitySessions.organisationId, params.organisationId),
        eq(activitySessions.activityId, params.activityId),
      ),
    )
    .orderBy(asc(activitySessions.heldOn), asc(activitySessions.createdAt));
}

export async function insertSession(
  tx: Transaction,
  values: OfActivity & SessionValues & { recordedBy: string },
) {
  const [session] = await tx
    .insert(activitySessions)
    .values(values)
    .returning({ id: activitySessions.id });
  return session;
}

export async function deleteSession(tx: Transaction, params: OfActivity & { sessionId: string }) {
  const [session] = await tx
    .delete(activitySessions)
    .where(
      and(
        eq(activitySessions.organisationId, params.organisationId),
        eq(activitySessions.activityId, params.activityId),
        eq(activitySessions.id, params.sessionId),
      ),
    )
    .returning({ heldOn: activitySessions.heldOn });
  return session;
}
