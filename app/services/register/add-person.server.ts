import type { Member } from '#db/actor.server.ts';
import { insertSystemPerson } from '#db/queries/ai-system.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import type { SystemRole } from '#db/schema/ai-system.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, namesOf, requireSystem } from './internal.server.ts';

export type NewPerson = {
  role: SystemRole;
  /** Of the organisation; null: somebody else, by name. */
  userId: string | null;
  name: string | null;
  fromOn: string;
  untilOn: string | null;
};

/** Which field of the form a refusal of the service is about. */
export const personRefusals = {
  'person-missing': 'name',
  'person-unknown': 'userId',
  'person-stands': 'role',
  'dates-order': 'untilOn',
} as const;

/** Says who answers for a system in a role, from a day on. */
export async function addPerson(
  member: Member,
  { systemId, ...person }: NewPerson & { systemId: string },
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId, userId: recordedBy } = member;
  const { userId, fromOn, untilOn } = person;
  if (untilOn !== null && untilOn < fromOn) throw new ServiceError('invalid', 'dates-order');
  const known = userId === null ? person.name : (await namesOf([userId])).get(userId);
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    if (userId !== null) {
      const memberships = await listMemberships(tx, { organisationId });
      const belongs = memberships.some((membership) => membership.userId === userId);
      if (!belongs) throw new ServiceError('invalid', 'person-unknown');
    }
    const name = known?.trim() ?? '';
    if (name === '') throw new ServiceError('invalid', 'person-missing');
    const ofSystem = { organisationId, systemId, recordedBy };
    const added = await insertSystemPerson(tx, { ...ofSystem, ...person, name });
    if (!added) throw new ServiceError('conflict', 'person-stands');
    await auditRegister(tx, member, {
      action: 'system.person-added',
      subjectId: systemId,
      detail: { as: person.role, name, fromOn, untilOn },
    });
  });
}
