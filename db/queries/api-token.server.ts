import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { apiTokens } from '../schema/monitoring-token.ts';

type OfDeployment = { organisationId: string; deploymentId: string };
type OfToken = OfDeployment & { tokenId: string };

const ofToken = ({ organisationId, deploymentId, tokenId }: OfToken) =>
  and(
    eq(apiTokens.organisationId, organisationId),
    eq(apiTokens.deploymentId, deploymentId),
    eq(apiTokens.id, tokenId),
  );

/** Whoever presents a token says neither organisation nor deployment. */
export async function findTokenByHash(tx: Transaction, { tokenHash }: { tokenHash: string }) {
  const [token] = await tx
    .select({
      id: apiTokens.id,
      organisationId: apiTokens.organisationId,
      deploymentId: apiTokens.deploymentId,
      scopes: apiTokens.scopes,
      expiresOn: apiTokens.expiresOn,
      revokedAt: apiTokens.revokedAt,
    })
    .from(apiTokens)
    .where(eq(apiTokens.tokenHash, tokenHash));
  return token;
}

/** To the minute: a machine that sends all the time would have its requests wait for one row. */
export async function touchToken(tx: Transaction, params: OfToken): Promise<void> {
  await tx
    .update(apiTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        ofToken(params),
        or(
          isNull(apiTokens.lastUsedAt),
          lt(apiTokens.lastUsedAt, sql`now() - interval '1 minute'`),
        ),
      ),
    );
}

export async function listTokens(tx: Transaction, { organisationId, deploymentId }: OfDeployment) {
  return tx
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      ending: apiTokens.ending,
      scopes: apiTokens.scopes,
      expiresOn: apiTokens.expiresOn,
      createdBy: apiTokens.createdBy,
      createdAt: apiTokens.createdAt,
      lastUsedAt: apiTokens.lastUsedAt,
      revokedAt: apiTokens.revokedAt,
    })
    .from(apiTokens)
    .where(
      and(eq(apiTokens.organisationId, organisationId), eq(apiTokens.deploymentId, deploymentId)),
    )
    .orderBy(desc(apiTokens.createdAt));
}

export async function insertToken(
  tx: Transaction,
  values: typeof apiTokens.$inferInsert,
): Promise<string> {
  const [token] = await tx.insert(apiTokens).values(values).returning({ id: apiTokens.id });
  if (!token) throw new Error('the token was inserted in this statement');
  return token.id;
}

/** Nothing is returned when it does not exist or was revoked already. */
export async function revokeToken(tx: Transaction, params: OfToken & { by: string }) {
  const [token] = await tx
    .update(apiTokens)
    .set({ revokedAt: sql`now()`, revokedBy: params.by })
    .where(and(ofToken(params), isNull(apiTokens.revokedAt)))
    .returning({ name: apiTokens.name });
  return token;
}
