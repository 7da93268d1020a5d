import type { Member } from '#db/actor.server.ts';
import { lockSites } from '#db/queries/site.server.ts';
import { setStudyOpen } from '#db/queries/study.server.ts';
import { listWaves, setWaveOpen } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditStudy, authoriseStudy, lockStudyIn } from './internal.server.ts';
import { findReadiness } from './opening-problems.server.ts';

/**
 * Opens a draft and its first wave. `asPilot` is what the person was told and agreed to: wording
 * that nobody has checked is fielded as a pilot or not at all.
 */
export async function openStudy(
  member: Member,
  { studyId, asPilot }: { studyId: string; asPilot: boolean },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  const ofStudy = { organisationId: member.organisationId, studyId };
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['draft'] });
    await lockSites(tx, ofStudy);
    const { problems, pilotLanguages } = await findReadiness(tx, member, studyId);
    if (problems.length > 0) {
      throw new ServiceError('illegal-state', 'study-not-ready', { problems: problems.length });
    }
    const isPilot = pilotLanguages.length > 0;
    if (isPilot !== asPilot) throw new ServiceError('conflict', 'study-pilot-changed');
    const [wave] = await listWaves(tx, ofStudy);
    const isOpened =
      wave &&
      (await setStudyOpen(tx, { ...ofStudy, isPilot })) &&
      (await setWaveOpen(tx, { ...ofStudy, waveId: wave.id, today: today() }));
    if (!isOpened) throw new ServiceError('conflict');
    await auditStudy(tx, member, {
      action: 'study.opened',
      studyId,
      detail: { isPilot, pilotLanguages, wave: wave.number },
    });
  });
}
