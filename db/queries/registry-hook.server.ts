import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { hookMessages, registryHooks } from '../schema/registry-hook.ts';

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
export async function insertMessage(
  tx: Transaction,
  values: typeof hookMessages.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(hookMessages)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: hookMessages.messageId });
  return rows.length > 0;
}

export async function findMessage(
  tx: Transaction,
  { organisationId, hookId, messageId }: OfHook & { messageId: string },
) {
  const [found] = await tx
    .select({ event: hookMessages.event, outcome: hookMessages.outcome })
    .from(hookMessages)
    .where(
      and(
        eq(hookMessages.organisationId, organisationId),
        eq(hookMessages.hookId, hookId),
        eq(hookMessages.messageId, messageId),
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
export async function listMessages(
  tx: Transaction,
  { organisationId, deploymentId, limit }: OfDeployment & { limit: number },
) {
  return tx
    .select({
      messageId: hookMessages.messageId,
      hookId: hookMessages.hookId,
      modelName: registryHooks.modelName,
      event: hookMessages.event,
      version: hookMessages.version,
      outcome: hookMessages.outcome,
      receivedAt: hookMessages.receivedAt,
    })
    .from(hookMessages)
    .innerJoin(
      registryHooks,
      and(
        eq(registryHooks.organisationId, hookMessages.organisationId),
        eq(registryHooks.id, hookMessages.hookId),
      ),
    )
    .where(
      and(
        eq(hookMessages.organisationId, organisationId),
        eq(registryHooks.deploymentId, deploymentId),
      ),
    )
    .orderBy(desc(hookMessages.receivedAt), desc(hookMessages.messageId))
    .limit(limit);
}
