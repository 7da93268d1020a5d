import type { Member } from '#db/actor.server.ts';
import { setStudyClosed } from '#db/queries/study.server.ts';
import { closeOpenWaves } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { closeBatches } from './close-batches.server.ts';
import { auditStudy, authoriseStudy, lockStudyIn } from './internal.server.ts';

/** Ends a study for good; what was submitted moves into the results. */
export async function closeStudy(member: Member, { studyId }: { studyId: string }): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  const ofStudy = { organisationId: member.organisationId, studyId };
  const waveIds = await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['open'] });
    const closed = await closeOpenWaves(tx, { ...ofStudy, today: today() });
    if (!(await setStudyClosed(tx, ofStudy))) throw new ServiceError('conflict');
    await auditStudy(tx, member, { action: 'study.closed', studyId });
    return closed;
  });
  await closeBatches(member, { waveIds });
}
