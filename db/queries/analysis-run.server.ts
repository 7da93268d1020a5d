import { and, desc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { analysisRuns } from '../schema/analysis-run.ts';
import type { UuidWords } from '../uuid-words.ts';

type Run = typeof analysisRuns.$inferSelect;
export type RunKey = Pick<
  Run,
  'organisationId' | 'studyId' | 'siteScope' | 'specificationHash' | 'dataHash' | 'codeVersion'
>;
type OfRun = { organisationId: string; id: string };

const state = {
  id: analysisRuns.id,
  state: analysisRuns.state,
  progress: analysisRuns.progress,
  failure: analysisRuns.failure,
  finishedAt: analysisRuns.finishedAt,
};

const ofRun = ({ organisationId, id }: OfRun) =>
  and(eq(analysisRuns.organisationId, organisationId), eq(analysisRuns.id, id));

const ofSeries = (key: Omit<RunKey, 'dataHash' | 'codeVersion'>) =>
  and(
    eq(analysisRuns.organisationId, key.organisationId),
    eq(analysisRuns.studyId, key.studyId),
    eq(analysisRuns.siteScope, key.siteScope),
    eq(analysisRuns.specificationHash, key.specificationHash),
  );

const ofKey = (key: RunKey) =>
  and(
    ofSeries(key),
    eq(analysisRuns.dataHash, key.dataHash),
    eq(analysisRuns.codeVersion, key.codeVersion),
  );

export async function findRun(tx: Transaction, key: RunKey) {
  const [run] = await tx
    .select({ ...state, result: analysisRuns.result })
    .from(analysisRuns)
    .where(ofKey(key));
  return run;
}

/** Without its result, for whoever remembers what followed from it: results of models are long. */
export async function findDoneRunId(tx: Transaction, key: RunKey): Promise<string | undefined> {
  const [run] = await tx
    .select({ id: analysisRuns.id })
    .from(analysisRuns)
    .where(and(ofKey(key), eq(analysisRuns.state, 'done')));
  return run?.id;
}

type Series = Omit<RunKey, 'dataHash' | 'codeVersion'>;

const latest = {
  id: analysisRuns.id,
  result: analysisRuns.result,
  finishedAt: analysisRuns.finishedAt,
};

const isLatest = (key: Series) =>
  and(ofSeries(key), eq(analysisRuns.state, 'done'), isNotNull(analysisRuns.releasedIds));

/** The newest result of a specification, whatever the data were then. */
export async function findLatestResult(tx: Transaction, key: Series) {
  const [run] = await tx
    .select(latest)
    .from(analysisRuns)
    .where(isLatest(key))
    .orderBy(desc(analysisRuns.finishedAt))
    .limit(1);
  return run;
}

/** The same with the responses it counts: there may be a million of them. */
export async function findLatestRelease(tx: Transaction, key: Series) {
  const [run] = await tx
    .select({ ...latest, releasedIds: analysisRuns.releasedIds })
    .from(analysisRuns)
    .where(isLatest(key))
    .orderBy(desc(analysisRuns.finishedAt))
    .limit(1);
  return run && { ...run, releasedIds: run.releasedIds ?? new Uint32Array(0) };
}

/** Undefined when another request was first. */
export async function insertRun(
  tx: Transaction,
  params: RunKey & { specification: unknown; requestedBy: string },
) {
  const [run] = await tx.insert(analysisRuns).values(params).onConflictDoNothing().returning(state);
  return run;
}

/** Takes a queued run, or one whose process has been silent since `silentSince`. */
export async function takeRun(tx: Transaction, params: OfRun & { silentSince: Date }) {
  const [run] = await tx
    .update(analysisRuns)
    .set({ state: 'running', progress: 0, startedAt: new Date(), heartbeatAt: new Date() })
    .where(
      and(
        ofRun(params),
        or(
          eq(analysisRuns.state, 'queued'),
          and(eq(analysisRuns.state, 'running'), lt(analysisRuns.heartbeatAt, params.silentSince)),
        ),
      ),
    )
    .returning();
  return run;
}

/** Says that the run goes on; false when it was cancelled meanwhile. */
export async function beatRun(tx: Transaction, params: OfRun & { progress: number }) {
  const rows = await tx
    .update(analysisRuns)
    .set({ progress: params.progress, heartbeatAt: new Date() })
    .where(and(ofRun(params), eq(analysisRuns.state, 'running')))
    .returning({ id: analysisRuns.id });
  return rows.length > 0;
}

/** One release of a series at a time, whichever process decides it. */
async function lockSeries(tx: Transaction, { organisationId, id }: OfRun): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(
          'release/' || study_id || '/' || site_scope || '/' || specification_hash, 0))
        from analysis_runs where organisation_id = ${organisationId} and id = ${id}`,
  );
}

export type Finished = 'finished' | 'overtaken' | 'stopped';

/**
 * Stores the result, if the newest one of the series is still that which it was decided against; the
 * rows behind that one need then not be known any more. Otherwise another run was faster ('overtaken'),
 * or this one was cancelled ('stopped'), and nothing is stored.
 */
export async function finishRun(
  tx: Transaction,
  params: OfRun & {
    result: unknown;
    releasedIds: UuidWords;
    predecessorId: string | null;
  },
): Promise<Finished> {
  await lockSeries(tx, params);
  const { organisationId, studyId, siteScope, specificationHash } = analysisRuns;
  const [own] = await tx
    .select({ organisationId, studyId, siteScope, specificationHash })
    .from(analysisRuns)
    .where(ofRun(params));
  if (!own) return 'stopped';
  const newest = await findLatestResult(tx, own);
  if ((newest?.id ?? null) !== params.predecessorId) return 'overtaken';
  const [run] = await tx
    .update(analysisRuns)
    .set({
      state: 'done',
      progress: 1,
      result: params.result,
      releasedIds: params.releasedIds,
      finishedAt: new Date(),
    })
    .where(and(ofRun(params), eq(analysisRuns.state, 'running')))
    .returning({ id: analysisRuns.id });
  if (!run) return 'stopped';
  await tx
    .update(analysisRuns)
    .set({ releasedIds: null })
    .where(and(ofSeries(own), isNotNull(analysisRuns.releasedIds), sql`id <> ${run.id}`));
  return 'finished';
}

export async function failRun(tx: Transaction, params: OfRun & { failure: string }) {
  await tx
    .update(analysisRuns)
    .set({ state: 'failed', failure: params.failure, finishedAt: new Date() })
    .where(and(ofRun(params), eq(analysisRuns.state, 'running')));
}

export async function cancelRun(tx: Transaction, params: OfRun) {
  const [run] = await tx
    .update(analysisRuns)
    .set({ state: 'cancelled', finishedAt: new Date() })
    .where(and(ofRun(params), inArray(analysisRuns.state, ['queued', 'running'])))
    .returning(state);
  return run;
}

export async function findRunStudy(tx: Transaction, params: OfRun): Promise<string | undefined> {
  const [run] = await tx
    .select({ studyId: analysisRuns.studyId })
    .from(analysisRuns)
    .where(ofRun(params));
  return run?.studyId;
}

export async function restartRun(tx: Transaction, params: OfRun) {
  const [run] = await tx
    .update(analysisRuns)
    .set({ state: 'queued', progress: 0, failure: null, finishedAt: null })
    .where(and(ofRun(params), inArray(analysisRuns.state, ['failed', 'cancelled'])))
    .returning(state);
  return run;
}

/** Runs nobody computes: queued for long, or taken by a process that has gone silent. */
export async function listForsakenRuns(
  tx: Transaction,
  params: { silentSince: Date },
): Promise<OfRun[]> {
  return tx
    .select({ organisationId: analysisRuns.organisationId, id: analysisRuns.id })
    .from(analysisRuns)
    .where(
      or(
        and(eq(analysisRuns.state, 'running'), lt(analysisRuns.heartbeatAt, params.silentSince)),
        and(eq(analysisRuns.state, 'queued'), lt(analysisRuns.createdAt, params.silentSince)),
      ),
    );
}
