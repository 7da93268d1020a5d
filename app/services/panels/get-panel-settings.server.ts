import type { Member } from '#db/actor.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase } from '../../database.server.ts';
import { readPanel } from './read-panel.server.ts';

/** What a panel is, what protects its people, and whom concerns may go to. */
export async function getPanelSettings(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  const page = await readPanel(member, { panelId }, async (tx, panel) => ({
    panel,
    sites: await listSites(tx, { organisationId }),
    memberships: await listMemberships(tx, { organisationId }),
  }));
  const { memberships, ...rest } = page;
  const users = await listUsers(getDatabase(), { ids: memberships.map(({ userId }) => userId) });
  return {
    ...rest,
    colleagues: users
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    seesAllSites: member.siteIds === null,
  };
}
