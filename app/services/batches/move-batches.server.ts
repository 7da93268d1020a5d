import { listWaitingWaves } from '#db/queries/inbox.server.ts';
import { listWordsWaves } from '#db/queries/words-inbox.server.ts';
import { withActor } from '../../database.server.ts';
import { moveWaveBatch, type OfWave } from './move-wave-batch.server.ts';
import { moveWaveWords } from './move-wave-words.server.ts';
import { shuffleWaiting } from './shuffle-waiting.server.ts';

/** Moves what may move in one wave, or in every wave where answers wait. Returns how many answers moved. */
export async function moveBatches(only?: OfWave): Promise<number> {
  const waves = only
    ? [only]
    : await withActor({ kind: 'system', organisationId: null }, listWaitingWaves);
  let moved = 0;
  for (const wave of waves) {
    moved += await moveWaveBatch(wave);
    await shuffleWaiting(wave);
  }
  // Words go apart from the answers beside which they were written, and as they may.
  const withWords = only
    ? [only]
    : await withActor({ kind: 'system', organisationId: null }, listWordsWaves);
  for (const wave of withWords) await moveWaveWords(wave);
  return moved;
}
