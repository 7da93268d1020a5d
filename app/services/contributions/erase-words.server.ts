import type { Transaction } from '#db/database.ts';
import type { OfContribution } from '#db/queries/contribution.server.ts';
import { removeWords, type Removed } from '#db/queries/withdrawal.server.ts';
import { holdAnswers } from '../themes/hold-answers.server.ts';

/** Destroys words wherever they stand, in answers that repeat them as well; the system's transaction. */
export async function eraseWords(
  tx: Transaction,
  params: OfContribution & { on: string },
): Promise<Removed> {
  await holdAnswers(tx, params);
  return removeWords(tx, params);
}
