import { eq, and } from 'drizzle-orm';
import { withActor } from '#app/database.server.ts';
import { computeRun } from '#app/services/results/compute-run.server.ts';
import { analysisRuns } from '#db/schema/analysis-run.ts';

/** What the job queue does: every run that waits is computed, in the real worker thread. */
export async function computeQueued({
  organisationId,
}: {
  organisationId: string;
}): Promise<number> {
  const queued = await withActor({ kind: 'system', organisationId }, (tx) =>
    tx
      .select({ id: analysisRuns.id })
      .from(analysisRuns)
      .where(
        and(eq(analysisRuns.organisationId, organisationId), eq(analysisRuns.state, 'queued')),
      ),
  );
  for (const { id } of queued) await computeRun({ organisationId, id });
  return queued.length;
}
