import type { Member } from '#db/actor.server.ts';
import { authorise } from '../../permissions.ts';
import { ensureWaveRuns, type RequestedRuns, type WantedWaves } from './ensure-wave-runs.server.ts';

/** The runs behind a results page: used again where the data are the same, queued where they are not. */
export async function requestRun(
  member: Member,
  params: { studyId: string; wave: WantedWaves },
): Promise<RequestedRuns> {
  authorise(member, 'results.read');
  return ensureWaveRuns(member, params);
}
