import type { Transaction } from '#db/database.ts';
import { shareRound } from '#db/queries/panel-rounds-of-person.server.ts';
import { ServiceError } from '../../errors.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** The round stays open until the transaction ends, or what is written in it is refused. */
export async function requireOpenRound(
  tx: Transaction,
  { actor }: Pick<PanelPerson, 'actor'>,
  roundId: string,
): Promise<void> {
  const round = await shareRound(tx, { ...actor, roundId });
  if (!round || round.state === 'draft') throw new ServiceError('not-found');
  if (round.state === 'closed') throw new ServiceError('illegal-state', 'panel-round-closed');
}
