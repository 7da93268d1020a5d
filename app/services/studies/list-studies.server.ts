import type { Member } from '#db/actor.server.ts';
import { countProgress } from '#db/queries/progress.server.ts';
import { listSitesOfStudies, listStudies as findStudies } from '#db/queries/study.server.ts';
import { listWavesOfStudies } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { releaseCounts } from './release-counts.ts';

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
  const studyIds = studies.map(({ id }) => id);
  const counts = await withActor({ kind: 'system', organisationId }, (tx) =>
    countProgress(tx, { organisationId, studyIds }),
  );
  return {
    mayCreate: can(member, 'studies.edit'),
    studies: studies.map((study) => {
      const own = waves.filter(({ studyId }) => studyId === study.id);
      const current =
        own.find(({ state }) => state === 'open') ??
        own.findLast(({ state }) => state === 'closed') ??
        own[0];
      const siteIds = sites.filter(({ studyId }) => studyId === study.id).map((row) => row.siteId);
      const complete = counts
        .filter(({ waveId, siteId }) => waveId === current?.id && siteIds.includes(siteId ?? ''))
        .reduce((sum, row) => sum + row.complete, 0);
      const { minimumCellSize } = study;
      return {
        ...study,
        wave: current ? { name: current.name, state: current.state, count: own.length } : null,
        sites: siteIds.length,
        complete: releaseCounts([], { minimumCellSize, total: complete }).total,
      };
    }),
  };
}
