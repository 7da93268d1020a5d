import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import {
  countAuditEntries,
  hasAuditEntrySince,
  listAuditActions,
  listAuditActors,
  listAuditEntries,
} from '#db/queries/audit.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { auditActions, isAuditAction } from './audit-actions.ts';
import { nameSubjects } from './name-subjects.server.ts';
import { writeAudit } from './write-audit.server.ts';

export const auditPageSize = 50;
const oneHour = 60 * 60 * 1000;
const oneDay = 24 * oneHour;

/** Days are days of UTC, both included. */
export type AuditFilter = {
  action: string | null;
  actor: string | null;
  from: string | null;
  to: string | null;
  page: number;
};

const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

async function recordReading(tx: Transaction, member: Member): Promise<void> {
  const { organisationId, userId } = member;
  const reading = { organisationId, actor: userId, action: 'audit.read' } as const;
  const since = new Date(Date.now() - oneHour);
  if (await hasAuditEntrySince(tx, { ...reading, since })) return;
  await writeAudit(tx, { ...reading, subjectId: organisationId });
}

/**
 * A page of the trail, newest first. Reading it is recorded too, but at most once an hour for each
 * person: turning pages would otherwise fill the trail with itself.
 */
export async function listAudit(member: Member, { action, actor, from, to, page }: AuditFilter) {
  authorise(member, 'audit.read');
  const { organisationId } = member;
  const filter = {
    organisationId,
    action,
    actor,
    from: from === null ? null : startOf(from),
    to: to === null ? null : new Date(startOf(to).getTime() + oneDay),
  };
  const read = await withActor(member, async (tx) => {
    await recordReading(tx, member);
    const offset = (page - 1) * auditPageSize;
    const entries = await listAuditEntries(tx, { ...filter, offset, limit: auditPageSize });
    const kinds = entries.flatMap((entry) =>
      isAuditAction(entry.action) ? [auditActions[entry.action]] : [],
    );
    return {
      total: await countAuditEntries(tx, filter),
      actions: await listAuditActions(tx, { organisationId }),
      actorIds: await listAuditActors(tx, { organisationId }),
      subjects: await nameSubjects(tx, member, new Set(kinds)),
      entries,
    };
  });
  const { total, actions, actorIds, subjects } = read;
  const ids = [...actorIds, ...read.entries.map((entry) => entry.subjectId)];
  const users = await listUsers(getDatabase(), { ids });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return {
    total,
    actions,
    actors: actorIds.map((id) => ({ id, name: names.get(id) ?? null })),
    entries: read.entries.map((entry) => ({
      ...entry,
      actorName: names.get(entry.actor) ?? null,
      subject: subjects.get(entry.subjectId) ?? names.get(entry.subjectId) ?? null,
    })),
  };
}

export type AuditEntry = Awaited<ReturnType<typeof listAudit>>['entries'][number];
