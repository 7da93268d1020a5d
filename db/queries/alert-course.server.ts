import { and, asc, count, desc, eq, lt, ne } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { alertEvents, alerts, type AlertState } from '../schema/alert.ts';
import { deployments } from '../schema/deployment.ts';
import { sites } from '../schema/organisation.ts';

type OfOrganisation = { organisationId: string };

const place = {
  systemId: deployments.systemId,
  siteId: deployments.siteId,
  unit: deployments.unit,
  site: sites.name,
};

/** Alerts that the actor sees: open ones by what is due first, then closed ones, the newest first. */
export async function listAlerts(
  tx: Transaction,
  { organisationId, deploymentId }: OfOrganisation & { deploymentId?: string },
) {
  return tx
    .select({ alert: alerts, ...place })
    .from(alerts)
    .innerJoin(
      deployments,
      and(
        eq(deployments.organisationId, alerts.organisationId),
        eq(deployments.id, alerts.deploymentId),
      ),
    )
    .innerJoin(
      sites,
      and(eq(sites.organisationId, deployments.organisationId), eq(sites.id, deployments.siteId)),
    )
    .where(
      and(
        eq(alerts.organisationId, organisationId),
        deploymentId === undefined ? undefined : eq(alerts.deploymentId, deploymentId),
      ),
    )
    .orderBy(asc(alerts.dueOn), desc(alerts.openedAt));
}

export async function findAlert(
  tx: Transaction,
  { organisationId, alertId }: OfOrganisation & { alertId: string },
) {
  const [found] = await tx
    .select()
    .from(alerts)
    .where(and(eq(alerts.organisationId, organisationId), eq(alerts.id, alertId)));
  return found;
}

/** What became of it, in order. */
export async function listAlertEvents(
  tx: Transaction,
  { organisationId, alertId }: OfOrganisation & { alertId: string },
) {
  return tx
    .select()
    .from(alertEvents)
    .where(and(eq(alertEvents.organisationId, organisationId), eq(alertEvents.alertId, alertId)))
    .orderBy(asc(alertEvents.number));
}

/** How alerts ended that are closed; of one that was opened again and closed, both times. */
export async function listClosings(tx: Transaction, { organisationId }: OfOrganisation) {
  return tx
    .select({ alertId: alertEvents.alertId, detail: alertEvents.detail, at: alertEvents.createdAt })
    .from(alertEvents)
    .innerJoin(
      alerts,
      and(
        eq(alerts.organisationId, alertEvents.organisationId),
        eq(alerts.id, alertEvents.alertId),
      ),
    )
    .where(
      and(
        eq(alertEvents.organisationId, organisationId),
        eq(alertEvents.kind, 'closed'),
        eq(alerts.state, 'closed'),
      ),
    )
    .orderBy(asc(alertEvents.createdAt));
}

/** Changes an alert that is still as it was seen; nothing is returned when it is not. */
export async function moveAlertRow(
  tx: Transaction,
  {
    organisationId,
    alertId,
    revision,
    ...values
  }: OfOrganisation & {
    alertId: string;
    revision: number;
    state?: AlertState;
    dueOn?: string;
    ownerUserId?: string | null;
  },
) {
  const [alert] = await tx
    .update(alerts)
    .set({ ...values, revision: revision + 1 })
    .where(
      and(
        eq(alerts.organisationId, organisationId),
        eq(alerts.id, alertId),
        eq(alerts.revision, revision),
      ),
    )
    .returning({ id: alerts.id });
  return alert;
}

/** How many wait for somebody, and how many longer than was allowed. */
export async function countWaitingAlerts(
  tx: Transaction,
  { organisationId, today }: OfOrganisation & { today: string },
) {
  const waiting = and(eq(alerts.organisationId, organisationId), ne(alerts.state, 'closed'));
  const [all] = await tx.select({ n: count() }).from(alerts).where(waiting);
  const [late] = await tx
    .select({ n: count() })
    .from(alerts)
    .where(and(waiting, lt(alerts.dueOn, today)));
  return { open: all?.n ?? 0, overdue: late?.n ?? 0 };
}
