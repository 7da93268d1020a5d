import type { Member } from '#db/actor.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import type { Transaction } from '#db/database.ts';
import { ServiceError } from '../../errors.ts';
import type { Condition } from './condition-schema.ts';

/** Who has to meet each condition: a person of the organisation by their name, a role, or the words of the form. */
export async function nameOwners(
  tx: Transaction,
  { organisationId }: Pick<Member, 'organisationId'>,
  conditions: readonly Condition[],
  names: ReadonlyMap<string, string>,
) {
  const chosen = conditions.flatMap(({ ownerId }) => ownerId ?? []);
  if (chosen.length > 0) {
    const members = await listMemberships(tx, { organisationId });
    const known = new Set(members.map(({ userId }) => userId));
    if (!chosen.every((id) => known.has(id))) throw new ServiceError('invalid', 'person-unknown');
  }
  return conditions.map((condition, position) => ({
    ...condition,
    position,
    owner: (condition.ownerId === null ? null : names.get(condition.ownerId)) ?? condition.owner,
  }));
}
