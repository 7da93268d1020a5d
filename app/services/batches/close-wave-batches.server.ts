import { moveWaveBatch, type OfWave } from './move-wave-batch.server.ts';
import { moveWaveWords } from './move-wave-words.server.ts';
import { ServiceError } from '../../errors.ts';
import { findBatchRules } from '#db/queries/inbox.server.ts';
import { withActor } from '../../database.server.ts';

/**
 * Moves everything that still waits in a wave, in one shuffled batch. Called after the transaction
 * that closed the wave or its study is committed: submissions under way then either finish first or
 * are refused. Returns how many answers moved.
 */
export async function closeWaveBatches(wave: OfWave): Promise<number> {
  const rules = await withActor({ kind: 'system', organisationId: wave.organisationId }, (tx) =>
    findBatchRules(tx, wave),
  );
  if (!rules?.isClosed) throw new ServiceError('illegal-state', 'wave-not-closed');
  const moved = await moveWaveBatch(wave);
  await moveWaveWords(wave);
  return moved;
}
