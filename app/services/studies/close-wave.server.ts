import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { closeWaveIn } from './change-wave.server.ts';
import { closeBatches } from './close-batches.server.ts';
import { authoriseStudy, lockStudyIn } from './internal.server.ts';

/** Ends a wave for good; what was submitted moves into the results. */
export async function closeWave(
  member: Member,
  { studyId, waveId }: { studyId: string; waveId: string },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['open'] });
    await closeWaveIn(tx, { by: member, studyId, waveId });
  });
  await closeBatches(member, { waveIds: [waveId] });
}
