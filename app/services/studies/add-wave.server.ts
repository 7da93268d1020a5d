import type { Member } from '#db/actor.server.ts';
import { insertWave, listWaves } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { hasRepeatedName } from '../name-key.ts';
import { auditStudy, authoriseStudy, lockStudyIn } from './internal.server.ts';

/** Plans one more wave after the last. */
export async function addWave(
  member: Member,
  { studyId, name }: { studyId: string; name: string },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  const ofStudy = { organisationId: member.organisationId, studyId };
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['draft', 'open'] });
    const waves = await listWaves(tx, ofStudy);
    if (hasRepeatedName([...waves.map((wave) => wave.name), name])) {
      throw new ServiceError('conflict', 'wave-name-taken');
    }
    const number = (waves.at(-1)?.number ?? 0) + 1;
    if (!(await insertWave(tx, { ...ofStudy, number, name }))) throw new ServiceError('conflict');
    await auditStudy(tx, member, { action: 'wave.added', studyId, detail: { number, name } });
  });
}
