import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { requestRun } from '../results/request-run.server.ts';
import { countedWaves } from './counted-waves.server.ts';

/** Every wave with shown results, each result asked for; the run of one that is still to come. */
export async function wavesOfStudy(
  member: Member,
  study: Pick<ResultsStudy, 'id' | 'minimumCellSize'>,
) {
  const { runs } = await requestRun(member, { studyId: study.id, wave: 'all' });
  const { organisationId } = member;
  const ids = runs.map(({ wave }) => wave.id);
  const counted = await withActor({ kind: 'system', organisationId }, (tx) =>
    countedWaves(tx, member, study, ids),
  );
  const pending = runs.find(({ run }) => run.state === 'queued' || run.state === 'running');
  return { counted, pending: pending?.run ?? null };
}
