import { and, asc, count, desc, eq, gt, gte, lt, sql, type SQL } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { auditEntries } from '../schema/audit.ts';
import { organisations } from '../schema/organisation.ts';

type Filter = {
  organisationId: string;
  action: string | null;
  actor: string | null;
  from: Date | null;
  to: Date | null;
};

function matching({ organisationId, action, actor, from, to }: Filter): SQL | undefined {
  return and(
    eq(auditEntries.organisationId, organisationId),
    action === null ? undefined : eq(auditEntries.action, action),
    actor === null ? undefined : eq(auditEntries.actor, actor),
    from === null ? undefined : gte(auditEntries.at, from),
    to === null ? undefined : lt(auditEntries.at, to),
  );
}

/** Newest first. */
export async function listAuditEntries(
  tx: Transaction,
  params: Filter & { offset: number; limit: number },
) {
  return tx
    .select({
      number: auditEntries.number,
      at: auditEntries.at,
      actor: auditEntries.actor,
      action: auditEntries.action,
      subjectType: auditEntries.subjectType,
      subjectId: auditEntries.subjectId,
      detail: auditEntries.detail,
    })
    .from(auditEntries)
    .where(matching(params))
    .orderBy(desc(auditEntries.number))
    .limit(params.limit)
    .offset(params.offset);
}

export async function countAuditEntries(tx: Transaction, params: Filter): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(auditEntries).where(matching(params));
  return row?.n ?? 0;
}

export async function listAuditActions(tx: Transaction, params: { organisationId: string }) {
  const rows = await tx
    .selectDistinct({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.organisationId, params.organisationId))
    .orderBy(asc(auditEntries.action));
  return rows.map((row) => row.action);
}

/** Everybody and everything that has an entry of its own. */
export async function listAuditActors(tx: Transaction, params: { organisationId: string }) {
  const rows = await tx
    .selectDistinct({ actor: auditEntries.actor })
    .from(auditEntries)
    .where(eq(auditEntries.organisationId, params.organisationId));
  return rows.map((row) => row.actor);
}

export async function hasAuditEntrySince(
  tx: Transaction,
  params: { organisationId: string; actor: string; action: string; since: Date },
): Promise<boolean> {
  const { organisationId, actor, action, since } = params;
  const [row] = await tx
    .select({ number: auditEntries.number })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organisationId, organisationId),
        eq(auditEntries.action, action),
        eq(auditEntries.actor, actor),
        gte(auditEntries.at, since),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The next rows of a chain, oldest first, with everything that their hashes cover. */
export async function listChain(
  tx: Transaction,
  params: { organisationId: string; after: number; limit: number },
) {
  return tx
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organisationId, params.organisationId),
        gt(auditEntries.number, params.after),
      ),
    )
    .orderBy(asc(auditEntries.number))
    .limit(params.limit);
}

export async function listAuditOrganisations(tx: Transaction) {
  return tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.name));
}

export type AuditHead = { organisationId: string; number: number; hash: string };

/** The last row of every chain. */
export async function listAuditHeads(tx: Transaction): Promise<AuditHead[]> {
  const rows = await queryRows<{ organisation_id: string; number: string | number; hash: string }>(
    tx,
    sql`select distinct on (organisation_id) organisation_id, number, hash
        from audit_entries order by organisation_id, number desc`,
  );
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    number: Number(row.number),
    hash: row.hash,
  }));
}
