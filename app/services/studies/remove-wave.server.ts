import type { Member } from '#db/actor.server.ts';
import { deletePlannedWave, listWaves } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditStudy, authoriseStudy, lockStudyIn } from './internal.server.ts';

/** Takes the last wave away while it is planned; a study keeps at least one. */
export async function removeWave(
  member: Member,
  { studyId, waveId }: { studyId: string; waveId: string },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  const ofStudy = { organisationId: member.organisationId, studyId };
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['draft', 'open'] });
    const waves = await listWaves(tx, ofStudy);
    const last = waves.at(-1);
    if (!waves.some(({ id }) => id === waveId)) throw new ServiceError('not-found');
    if (waves.length === 1) throw new ServiceError('illegal-state', 'last-wave');
    if (last?.id !== waveId) throw new ServiceError('illegal-state', 'wave-not-last');
    if (!(await deletePlannedWave(tx, { ...ofStudy, waveId }))) {
      throw new ServiceError('illegal-state', `wave-is-${last.state}`);
    }
    const { number, name } = last;
    await auditStudy(tx, member, { action: 'wave.removed', studyId, detail: { number, name } });
  });
}
