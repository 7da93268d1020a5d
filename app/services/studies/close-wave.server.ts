import type { Member } from '#db/actor.server.ts';
import { listWaves, setWaveClosed } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { closeBatches } from './close-batches.server.ts';
import { auditStudy, authoriseStudy, lockStudyIn, today } from './internal.server.ts';

/** Ends a wave for good; what was submitted moves into the results. */
export async function closeWave(
  member: Member,
  { studyId, waveId }: { studyId: string; waveId: string },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  const ofStudy = { organisationId: member.organisationId, studyId };
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['open'] });
    const wave = (await listWaves(tx, ofStudy)).find(({ id }) => id === waveId);
    if (!wave) throw new ServiceError('not-found');
    if (!(await setWaveClosed(tx, { ...ofStudy, waveId, today: today() }))) {
      throw new ServiceError('illegal-state', `wave-is-${wave.state}`);
    }
    await auditStudy(tx, member, {
      action: 'wave.closed',
      studyId,
      detail: { number: wave.number },
    });
  });
  await closeBatches(member, { waveIds: [waveId] });
}
