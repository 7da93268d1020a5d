import type { Member } from '#db/actor.server.ts';
import { listSitesOfStudies, listStudies as findStudies } from '#db/queries/study.server.ts';
import { listWavesOfStudies } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { ensureReleases } from '../results/ensure-wave-runs.server.ts';
import { releasedCounts, type ReleasedCount } from './released-count.ts';

/** Complete in a wave, as the results say it to this reader. */
async function completeIn(
  member: Member,
  { studyId, waveId, siteIds }: { studyId: string; waveId: string; siteIds: readonly string[] },
): Promise<ReleasedCount> {
  const { seesWholeStudy: seesAll, releases } = await ensureReleases(member, studyId);
  const release = releases.find((candidate) => candidate.waveId === waveId);
  return releasedCounts(release && release.result, { siteIds, seesAll }).total;
}

/** The studies that the member may see, newest first, each with its current wave. */
export async function listStudies(member: Member) {
  authorise(member, 'studies.read');
  const { organisationId } = member;
  const { studies, waves, sites } = await withActor(member, async (tx) => {
    const found = await findStudies(tx, { organisationId });
    const studyIds = found.map(({ id }) => id);
    return {
      studies: found,
      waves: await listWavesOfStudies(tx, { organisationId, studyIds }),
      sites: await listSitesOfStudies(tx, { organisationId }),
    };
  });
  const described = [];
  for (const study of studies) {
    const own = waves.filter(({ studyId }) => studyId === study.id);
    const current =
      own.find(({ state }) => state === 'open') ??
      own.findLast(({ state }) => state === 'closed') ??
      own[0];
    const siteIds = sites.filter(({ studyId }) => studyId === study.id).map((row) => row.siteId);
    const ofWave = { studyId: study.id, waveId: current?.id ?? '', siteIds };
    described.push({
      ...study,
      wave: current ? { name: current.name, state: current.state, count: own.length } : null,
      sites: siteIds.length,
      complete: study.state === 'draft' ? null : await completeIn(member, ofWave),
    });
  }
  return { mayCreate: can(member, 'studies.edit'), studies: described };
}
