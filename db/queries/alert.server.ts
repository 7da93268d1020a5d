import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { alertEvents, alerts } from '../schema/alert.ts';

/** Nothing is returned when such an alert stands already: of its period, or of a version not closed. */
export async function insertAlert(
  tx: Transaction,
  values: typeof alerts.$inferInsert,
): Promise<string | undefined> {
  const [alert] = await tx
    .insert(alerts)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: alerts.id });
  return alert?.id;
}

export async function findVersionAlert(
  tx: Transaction,
  params: {
    organisationId: string;
    deploymentId: string;
    kind: (typeof alerts.$inferSelect)['kind'];
    version: string;
  },
): Promise<string | undefined> {
  const [alert] = await tx
    .select({ id: alerts.id })
    .from(alerts)
    .where(
      and(
        eq(alerts.organisationId, params.organisationId),
        eq(alerts.deploymentId, params.deploymentId),
        eq(alerts.kind, params.kind),
        eq(alerts.part, params.version),
        isNull(alerts.periodFrom),
        ne(alerts.state, 'closed'),
      ),
    );
  return alert?.id;
}

type EventValues = Omit<typeof alertEvents.$inferInsert, 'id' | 'number' | 'createdAt'>;

/** The next event of an alert. Of two at once the second is refused by its number. */
export async function insertAlertEvent(tx: Transaction, values: EventValues): Promise<void> {
  const { organisationId, alertId } = values;
  const next = sql<number>`(select coalesce(max(e.number), 0) + 1 from alert_events e
    where e.organisation_id = ${organisationId} and e.alert_id = ${alertId})`;
  await tx.insert(alertEvents).values({ ...values, number: next });
}
