import type { Transaction } from '#db/database.ts';
import {
  bumpSuggestion,
  findSuggestionRevision,
  type OfSuggestion,
} from '#db/queries/suggestion.server.ts';
import { ServiceError } from '../../errors.ts';

/**
 * Holds a suggestion as it was read. Whoever acts on it second is told which revision there is now,
 * so that nothing is decided by somebody who has not seen the decision before.
 */
export async function holdSuggestion(
  tx: Transaction,
  params: OfSuggestion & { revision: number },
): Promise<{ number: number; raisedOn: string }> {
  const held = await bumpSuggestion(tx, params);
  if (held) return held;
  const revision = await findSuggestionRevision(tx, params);
  if (revision === undefined) throw new ServiceError('not-found');
  throw new ServiceError('conflict', 'suggestion-changed', { revision });
}
