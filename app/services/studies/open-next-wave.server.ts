import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { openWaveIn } from './change-wave.server.ts';
import { authoriseStudy, lockStudyIn } from './internal.server.ts';

export async function openNextWave(
  member: Member,
  { studyId }: { studyId: string },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['open'] });
    await openWaveIn(tx, { by: member, studyId });
  });
}
