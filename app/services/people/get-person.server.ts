import type { Member } from '#db/actor.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { listPeople } from './list-people.server.ts';

export async function getPerson(member: Member, id: string) {
  authorise(member, 'people.manage');
  const { people, sites } = await listPeople(member);
  const person = people.find((candidate) => candidate.id === id);
  if (!person) throw new ServiceError('not-found');
  return { person, sites };
}
