import type { Member } from '#db/actor.server.ts';
import { listSystemPeople } from '#db/queries/ai-system.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { isServing } from './missing-duties.ts';
import { readSystemFrame } from './read-system.server.ts';

/** Who answers for a system now, who did before and will, and whom of the organisation one may name. */
export async function getPeople(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { frame, people, memberships } = await withActor(member, async (tx) => ({
    frame: await readSystemFrame(tx, member, systemId),
    people: await listSystemPeople(tx, { organisationId, systemId }),
    memberships: await listMemberships(tx, { organisationId }),
  }));
  const day = today();
  const users = frame.may.manage
    ? await listUsers(getDatabase(), { ids: memberships.map(({ userId }) => userId) })
    : [];
  return {
    frame,
    day,
    serving: people.filter((person) => isServing(person, day)),
    others: people.filter((person) => !isServing(person, day)),
    members: users.map(({ id, name }) => ({ id, name })),
  };
}
