import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy, ResultsWave } from '#db/queries/results-study.server.ts';
import { can } from '../../../permissions.ts';

/** Why an archive comes without the answers themselves. */
export type DataWithheld = 'not-permitted' | 'wave-open';

/** The rules of the export: who may, and of closed waves alone. */
export function dataWithheld(
  member: Member,
  study: Pick<ResultsStudy, 'state'>,
  waves: readonly Pick<ResultsWave, 'state'>[],
): DataWithheld | null {
  if (!can(member, 'responses.export')) return 'not-permitted';
  const areClosed = waves.every(({ state }) => state === 'closed');
  return study.state === 'closed' || areClosed ? null : 'wave-open';
}
