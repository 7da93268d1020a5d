import type { Member } from '#db/actor.server.ts';
import { listStudySites } from '#db/queries/study.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import { findReadiness } from './opening-problems.server.ts';
import { readStudy } from './get-study-frame.server.ts';

/** What a person is told before a study opens. */
export async function getOpening(member: Member, { studyId }: { studyId: string }) {
  const ofStudy = { organisationId: member.organisationId, studyId };
  return readStudy(member, studyId, async (tx, study) => ({
    languages: study.languages,
    sites: await listStudySites(tx, ofStudy),
    firstWave: (await listWaves(tx, ofStudy))[0]?.name ?? null,
    readiness: await findReadiness(tx, member, studyId),
  }));
}
