import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { hookDeliveries, registryHooks } from '../schema/registry-hook.ts';

type OfDeployment = { organisationId: string; deploymentId: string };

/** Whoever calls says no organisation. */
export async function findHook(tx: Transaction, { hookId }: { hookId: string }) {
  const [hook] = await tx
    .select({
      id: registryHooks.id,
      organisationId: registryHooks.organisationId,
      deploymentId: registryHooks.deploymentId,
      modelName: registryHooks.modelName,
      revokedAt: registryHooks.revokedAt,
    })
    .from(registryHooks)
    .where(eq(registryHooks.id, hookId));
  return hook;
}

export async function listHooks(tx: Transaction, { organisationId, deploymentId }: OfDeployment) {
  return tx
    .select({
      id: registryHooks.id,
      modelName: registryHooks.modelName,
      createdBy: registryHooks.createdBy,
      createdAt: registryHooks.createdAt,
      lastUsedAt: registryHooks.lastUsedAt,
      revokedAt: registryHooks.revokedAt,
    })
    .from(registryHooks)
    .where(
      and(
        eq(registryHooks.organisationId, organisationId),
        eq(registryHooks.deploymentId, deploymentId),
      ),
    )
    .orderBy(desc(registryHooks.createdAt), desc(registryHooks.id));
}

export async function insertHook(
  tx: Transaction,
  values: typeof registryHooks.$inferInsert,
): Promise<string> {
  const [hook] = await tx.insert(registryHooks).values(values).returning({ id: registryHooks.id });
  if (!hook) throw new Error('the hook was inserted in this statement');
  return hook.id;
}

/** Nothing is returned when it does not exist or was revoked already. */
export async function revokeHook(
  tx: Transaction,
  { organisationId, deploymentId, hookId, by }: OfDeployment & { hookId: string; by: string },
) {
  const [hook] = await tx
    .update(registryHooks)
    .set({ revokedAt: sql`now()`, revokedBy: by })
    .where(
      and(
        eq(registryHooks.organisationId, organisationId),
        eq(registryHooks.deploymentId, deploymentId),
        eq(registryHooks.id, hookId),
        isNull(registryHooks.revokedAt),
      ),
    )
    .returning({ modelName: registryHooks.modelName });
  return hook;
}

type OfHook = { organisationId: string; hookId: string };

/** False when the message came before. */
export async function insertDelivery(
  tx: Transaction,
  values: typeof hookDeliveries.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(hookDeliveries)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: hookDeliveries.deliveryId });
  return rows.length > 0;
}

export async function findDelivery(
  tx: Transaction,
  { organisationId, hookId, deliveryId }: OfHook & { deliveryId: string },
) {
  const [found] = await tx
    .select({ event: hookDeliveries.event, outcome: hookDeliveries.outcome })
    .from(hookDeliveries)
    .where(
      and(
        eq(hookDeliveries.organisationId, organisationId),
        eq(hookDeliveries.hookId, hookId),
        eq(hookDeliveries.deliveryId, deliveryId),
      ),
    );
  return found;
}

export async function touchHook(tx: Transaction, { organisationId, hookId }: OfHook) {
  await tx
    .update(registryHooks)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(registryHooks.organisationId, organisationId), eq(registryHooks.id, hookId)));
}

/** The newest messages of a deployment's hooks. */
export async function listDeliveries(
  tx: Transaction,
  { organisationId, deploymentId, limit }: OfDeployment & { limit: number },
) {
  return tx
    .select({
      deliveryId: hookDeliveries.deliveryId,
      hookId: hookDeliveries.hookId,
      modelName: registryHooks.modelName,
      event: hookDeliveries.event,
      version: hookDeliveries.version,
      outcome: hookDeliveries.outcome,
      receivedAt: hookDeliveries.receivedAt,
    })
    .from(hookDeliveries)
    .innerJoin(
      registryHooks,
      and(
        eq(registryHooks.organisationId, hookDeliveries.organisationId),
        eq(registryHooks.id, hookDeliveries.hookId),
      ),
    )
    .where(
      and(
        eq(hookDeliveries.organisationId, organisationId),
        eq(registryHooks.deploymentId, deploymentId),
      ),
    )
    .orderBy(desc(hookDeliveries.receivedAt), desc(hookDeliveries.deliveryId))
    .limit(limit);
}
