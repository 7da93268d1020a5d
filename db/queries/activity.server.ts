import { eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { activities } from '../schema/activity.ts';

export async function listActivityTitles(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ id: activities.id, title: activities.title })
    .from(activities)
    .where(eq(activities.organisationId, params.organisationId));
}
