import type { Transaction } from '#db/database.ts';
import { lockPerson } from '#db/queries/panel-person.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Held = NonNullable<Awaited<ReturnType<typeof lockPerson>>>;
type Reader = Pick<PanelPerson, 'actor' | 'person'>;

export function idsOf({ actor }: Pick<PanelPerson, 'actor'>) {
  const { organisationId, panelId, memberId } = actor;
  return { organisationId, panelId, memberId };
}

/**
 * Does what a person asked for, as the system and in one transaction: it touches what people have no
 * grant on, such as the state of a round. What one person does happens one after the other, and
 * nothing happens for somebody whose pass ended meanwhile.
 */
export async function forPerson<Result>(
  reader: Reader,
  work: (tx: Transaction, held: Held) => Promise<Result>,
): Promise<Result> {
  const { organisationId } = reader.actor;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const held = await lockPerson(tx, idsOf(reader));
    if (!held || held.state === 'left' || held.linkNumber !== reader.person.linkNumber) {
      throw new ServiceError('gone', 'panel-pass-ended');
    }
    return work(tx, held);
  });
}

/** As `forPerson`, for who takes part: not a candidate, nor somebody who was not drawn. */
export async function forActivePerson<Result>(
  reader: Reader,
  work: (tx: Transaction, held: Held) => Promise<Result>,
): Promise<Result> {
  return forPerson(reader, async (tx, held) => {
    if (held.state !== 'active') throw new ServiceError('illegal-state', 'panel-not-active');
    return work(tx, held);
  });
}
