import type { Member } from '#db/actor.server.ts';
import { cancelRun } from '#db/queries/analysis-run.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';

/** The process that computes it notices within a second and ends the worker. */
export async function cancelAnalysisRun(member: Member, runId: string): Promise<void> {
  authorise(member, 'results.compute');
  const { organisationId } = member;
  const run = await withActor(member, (tx) => cancelRun(tx, { organisationId, id: runId }));
  if (!run) throw new ServiceError('illegal-state', 'run-not-under-way');
}
