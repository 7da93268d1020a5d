import type { Transaction } from '#db/database.ts';
import type { OfPerson } from '#db/queries/panel-person.server.ts';
import {
  listPromptsOf,
  listStatementsOf,
  markDone,
} from '#db/queries/panel-rounds-of-person.server.ts';
import { today } from '../../today.ts';

/** Once everything in a round was answered, what was asked of the person is done. */
export async function markRoundDone(
  tx: Transaction,
  ofRound: OfPerson & { roundId: string },
): Promise<void> {
  const prompts = await listPromptsOf(tx, ofRound);
  const statements = await listStatementsOf(tx, ofRound);
  const isDone =
    prompts.every(({ contributionId }) => contributionId !== null) &&
    statements.every(({ choice }) => choice !== null);
  if (isDone) await markDone(tx, { ...ofRound, day: today() });
}
