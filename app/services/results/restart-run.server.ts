import type { Member } from '#db/actor.server.ts';
import { findRunStudy, restartRun } from '#db/queries/analysis-run.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { sendJob } from '../../jobs/queue.server.ts';
import { runAnalysis } from '../../jobs/run-analysis.server.ts';
import { authorise } from '../../permissions.ts';
import { requireResultsStudy } from './internal.server.ts';

/** After a failure or a cancellation somebody must ask again. */
export async function restartAnalysisRun(member: Member, runId: string): Promise<void> {
  authorise(member, 'results.compute');
  const { organisationId } = member;
  const ofRun = { organisationId, id: runId };
  const system = { kind: 'system', organisationId } as const;
  const studyId = await withActor(system, (tx) => findRunStudy(tx, ofRun));
  if (!studyId) throw new ServiceError('not-found');
  // Figures of some sites are drawn from a run over all of them: whoever sees the study may ask again.
  await withActor(member, (tx) => requireResultsStudy(tx, member, studyId));
  const run = await withActor(system, (tx) => restartRun(tx, ofRun));
  if (!run) throw new ServiceError('illegal-state', 'run-not-stopped');
  await sendJob(runAnalysis, { organisationId, id: run.id }, run.id);
}
