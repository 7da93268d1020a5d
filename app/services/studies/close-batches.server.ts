import type { Member } from '#db/actor.server.ts';
import { closeWaveBatches } from '../batches/close-wave-batches.server.ts';

/** After the closing is committed. Who fails here loses nothing: the batch job takes closed waves too. */
export async function closeBatches(
  member: Pick<Member, 'organisationId'>,
  { waveIds }: { waveIds: readonly string[] },
): Promise<void> {
  for (const waveId of waveIds) {
    await closeWaveBatches({ organisationId: member.organisationId, waveId });
  }
}
