import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '#db/database.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { canonicalJson } from '#surveys/model/canonical-json.ts';
import { auditActions, type AuditAction } from './audit-actions.ts';

export type AuditEvent = {
  organisationId: string;
  /** A user's id, or one of `auditMachines`. */
  actor: string;
  /** Says with it what kind of thing `subjectId` is. */
  action: AuditAction;
  subjectId: string;
  detail?: Record<string, unknown>;
};

export const firstHash = '0'.repeat(64);

/** As it was stored, maybe by another version: with actions that this one does not know. */
export type HashedFields = Omit<AuditEvent, 'action'> & {
  action: string;
  subjectType: string;
  number: number;
  at: string;
  previousHash: string;
};

/** SHA-256 over canonical JSON of everything in the row and the hash before it. */
export function auditHash(fields: HashedFields): string {
  return createHash('sha256')
    .update(canonicalJson({ ...fields, detail: fields.detail ?? {} }))
    .digest('hex');
}

/**
 * Appends to the organisation's chain inside the transaction of what it records: both happen or
 * neither. Writers wait for each other on an advisory lock that ends with the transaction.
 */
export async function writeAudit(tx: Transaction, event: AuditEvent): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`audit/${event.organisationId}`}, 0))`,
  );
  const [head] = await queryRows<{ number: string | number; hash: string }>(
    tx,
    sql`select number, hash from audit_entries where organisation_id = ${event.organisationId}
        order by number desc limit 1`,
  );
  const at = new Date();
  const number = Number(head?.number ?? 0) + 1;
  const previousHash = head?.hash ?? firstHash;
  const row = { ...event, subjectType: auditActions[event.action], detail: event.detail ?? {} };
  const hash = auditHash({ ...row, number, at: at.toISOString(), previousHash });
  await tx.insert(auditEntries).values({ ...row, number, at, previousHash, hash });
}
