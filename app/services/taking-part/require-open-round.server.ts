import type { Transaction } from '#db/database.ts';
import { shareRound } from '#db/queries/panel-rounds-of-person.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { takesAnswers } from '../panels/takes-answers.ts';

/**
 * The round stays open until the transaction ends, or what is written in it is refused: after its last
 * day, too, though nobody has closed it yet.
 */
export async function requireOpenRound(
  tx: Transaction,
  person: { organisationId: string; panelId: string; memberId: string },
  roundId: string,
): Promise<void> {
  const round = await shareRound(tx, { ...person, roundId });
  if (!round || round.state === 'draft') throw new ServiceError('not-found');
  if (!takesAnswers(round, today())) throw new ServiceError('illegal-state', 'panel-round-closed');
}
