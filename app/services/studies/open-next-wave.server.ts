import type { Member } from '#db/actor.server.ts';
import { listWaves, setWaveOpen } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditStudy, authoriseStudy, lockStudyIn, today } from './internal.server.ts';

/** One wave is open at a time, and they open in their order. */
export async function openNextWave(
  member: Member,
  { studyId }: { studyId: string },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  const ofStudy = { organisationId: member.organisationId, studyId };
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['open'] });
    const waves = await listWaves(tx, ofStudy);
    if (waves.some(({ state }) => state === 'open')) {
      throw new ServiceError('illegal-state', 'another-wave-open');
    }
    const next = waves.find(({ state }) => state === 'planned');
    if (!next) throw new ServiceError('illegal-state', 'no-wave-planned');
    const opened = await setWaveOpen(tx, { ...ofStudy, waveId: next.id, today: today() });
    if (!opened) throw new ServiceError('conflict');
    await auditStudy(tx, member, {
      action: 'wave.opened',
      studyId,
      detail: { number: next.number },
    });
  });
}
