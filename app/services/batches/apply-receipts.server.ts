import {
  completeInvitations,
  findBatchRules,
  insertReceipts,
  listReceiptWaves,
  lockBatches,
  rewriteInvitations,
  takeReceipts,
} from '#db/queries/inbox.server.ts';
import { withActor } from '../../database.server.ts';
import type { OfWave } from './move-wave-batch.server.ts';
import { shuffle } from './shuffle.server.ts';

async function applyWaveReceipts(wave: OfWave): Promise<number> {
  return withActor({ kind: 'system', organisationId: wave.organisationId }, async (tx) => {
    await lockBatches(tx, wave.waveId);
    const rules = await findBatchRules(tx, wave);
    const receipts = await takeReceipts(tx, wave);
    const invitationIds = shuffle(receipts.map(({ invitationId }) => invitationId));
    if (rules && !rules.isClosed && invitationIds.length < Math.max(2, rules.minimumCellSize)) {
      // Too few to hide in: back into the queue, without the order they came in.
      await insertReceipts(tx, wave, invitationIds);
      return 0;
    }
    await completeInvitations(tx, wave.organisationId, invitationIds);
    // The last ones may be few: all are written together, so that nothing tells them from the others.
    if (rules?.isClosed) await rewriteInvitations(tx, wave);
    return invitationIds.length;
  });
}

/**
 * Marks invitations as completed, per wave and only when enough of them wait, or at closing, when all
 * invitations of the wave are written anew. Runs apart from the batches of answers. Returns how many
 * were marked.
 */
export async function applyReceipts(): Promise<number> {
  const waves = await withActor({ kind: 'system', organisationId: null }, listReceiptWaves);
  let applied = 0;
  for (const wave of waves) applied += await applyWaveReceipts(wave);
  return applied;
}
