import {
  countWaitingWrites,
  holdWaiting,
  lockBatches,
  rewriteWaiting,
} from '#db/queries/inbox.server.ts';
import { rewriteWords } from '#db/queries/words-inbox.server.ts';
import { withActor } from '../../database.server.ts';
import type { OfWave } from './move-wave-batch.server.ts';
import { shuffle } from './shuffle.server.ts';

/**
 * What must wait longer is written anew in random order, and so are the words and the used ballots: a backup of the
 * queues then shows no order in which answers came in, to be laid beside the order of receipts.
 */
export async function shuffleWaiting(wave: OfWave): Promise<void> {
  await withActor({ kind: 'system', organisationId: wave.organisationId }, async (tx) => {
    await lockBatches(tx, wave.waveId);
    await rewriteWords(tx, wave);
    if ((await countWaitingWrites(tx, wave)) < 2) return;
    const waiting = await holdWaiting(tx, wave);
    await rewriteWaiting(tx, { waiting: shuffle(waiting), used: shuffle(waiting) });
  });
}
