import type { Member } from '#db/actor.server.ts';
import { endSystemPerson, listSystemPeople } from '#db/queries/ai-system.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister } from './internal.server.ts';

/** The last day on which somebody answers for a system. Who did before stays in the register. */
export async function endPerson(
  member: Member,
  input: { systemId: string; personId: string; untilOn: string },
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  const { systemId, personId, untilOn } = input;
  await withActor(member, async (tx) => {
    const people = await listSystemPeople(tx, { organisationId, systemId });
    const person = people.find(({ id }) => id === personId);
    if (!person) throw new ServiceError('not-found');
    if (untilOn < person.fromOn) throw new ServiceError('invalid', 'dates-order');
    const ended = await endSystemPerson(tx, { organisationId, ...input });
    if (!ended) throw new ServiceError('conflict', 'person-ended');
    await auditRegister(tx, member, {
      action: 'system.person-ended',
      subjectId: systemId,
      detail: { as: ended.role, name: ended.name, untilOn },
    });
  });
}
