import type { Member } from '#db/actor.server.ts';
import {
  countAuditEntries,
  hasAuditEntrySince,
  listAuditActions,
  listAuditEntries,
} from '#db/queries/audit.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from './write-audit.server.ts';

export const auditPageSize = 50;
const oneHour = 60 * 60 * 1000;
const oneDay = 24 * oneHour;

type Filter = { action: string | null; day: string | null; page: number };

/**
 * A page of the trail, newest first. Reading it is recorded too, but at most once an hour for each
 * person: turning pages would otherwise fill the trail with itself.
 */
export async function listAudit(member: Member, { action, day, page }: Filter) {
  authorise(member, 'audit.read');
  const { organisationId, userId } = member;
  const from = day === null ? null : new Date(`${day}T00:00:00Z`);
  const to = from === null ? null : new Date(from.getTime() + oneDay);
  const filter = { organisationId, action, from, to };
  const read = await withActor(member, async (tx) => {
    const reading = { organisationId, actor: userId, action: 'audit.read' };
    const since = new Date(Date.now() - oneHour);
    if (!(await hasAuditEntrySince(tx, { ...reading, since }))) {
      await writeAudit(tx, {
        ...reading,
        subjectType: 'organisation',
        subjectId: organisationId,
      });
    }
    const offset = (page - 1) * auditPageSize;
    return {
      total: await countAuditEntries(tx, filter),
      actions: await listAuditActions(tx, { organisationId }),
      entries: await listAuditEntries(tx, { ...filter, offset, limit: auditPageSize }),
    };
  });
  const users = await listUsers(getDatabase(), { ids: read.entries.map((entry) => entry.actor) });
  const names = new Map(users.map((user) => [user.id, user.name]));
  const entries = read.entries.map((entry) => ({
    ...entry,
    actorName: names.get(entry.actor) ?? entry.actor,
  }));
  return { ...read, entries };
}
