import type { Member } from '#db/actor.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import { readStudy } from './get-study-frame.server.ts';

export async function getWaves(member: Member, { studyId }: { studyId: string }) {
  const { organisationId } = member;
  return readStudy(member, studyId, async (tx) => ({
    waves: await listWaves(tx, { organisationId, studyId }),
  }));
}
