import type { Member } from '#db/actor.server.ts';
import { listOpenAppeals } from '#db/queries/moderation.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { namePeople } from './name-people.server.ts';

/** Appeals that wait for somebody else than who rejected. */
export async function listAppeals(member: Member, { panelId }: { panelId: string }) {
  const permission = 'contributions.moderate';
  const page = await readPanel(member, { panelId, permission }, async (tx) => ({
    appeals: await listOpenAppeals(tx, { organisationId: member.organisationId, panelId }),
  }));
  const names = await namePeople(page.appeals.map(({ rejectedBy }) => rejectedBy));
  return {
    ...page,
    appeals: page.appeals.map(({ rejectedBy, ...appeal }) => ({
      ...appeal,
      rejectedBy: rejectedBy === null ? null : (names.get(rejectedBy) ?? null),
      isOwnRejection: rejectedBy === member.userId,
    })),
  };
}
