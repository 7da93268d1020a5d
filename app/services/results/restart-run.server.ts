import type { Member } from '#db/actor.server.ts';
import { restartRun } from '#db/queries/analysis-run.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { sendJob } from '../../jobs/queue.server.ts';
import { runAnalysis } from '../../jobs/run-analysis.server.ts';
import { authorise } from '../../permissions.ts';

/** After a failure or a cancellation somebody must ask again. */
export async function restartAnalysisRun(member: Member, runId: string): Promise<void> {
  authorise(member, 'results.compute');
  const { organisationId } = member;
  const run = await withActor(member, (tx) => restartRun(tx, { organisationId, id: runId }));
  if (!run) throw new ServiceError('illegal-state', 'run-not-stopped');
  await sendJob(runAnalysis, { organisationId, id: run.id }, run.id);
}
