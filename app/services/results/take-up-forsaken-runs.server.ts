import { listForsakenRuns } from '#db/queries/analysis-run.server.ts';
import { withActor } from '../../database.server.ts';
import { computeRun, silenceMs } from './compute-run.server.ts';

/** Computes what nobody computes: runs of killed processes, and runs whose job was lost. */
export async function takeUpForsakenRuns(): Promise<void> {
  const silentSince = new Date(Date.now() - silenceMs);
  const runs = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    listForsakenRuns(tx, { silentSince }),
  );
  for (const run of runs) await computeRun(run);
}
