import { eq } from 'drizzle-orm';
import { auditEntries } from '#db/schema/audit.ts';
import { withActor } from '#app/database.server.ts';

/** The organisation's audit trail, oldest first. */
export async function listAudit(organisationId: string) {
  return withActor({ kind: 'system', organisationId }, (tx) =>
    tx
      .select({
        actor: auditEntries.actor,
        action: auditEntries.action,
        subjectId: auditEntries.subjectId,
        detail: auditEntries.detail,
      })
      .from(auditEntries)
      .where(eq(auditEntries.organisationId, organisationId))
      .orderBy(auditEntries.number),
  );
}
