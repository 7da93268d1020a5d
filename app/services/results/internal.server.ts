import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import {
  findLatestResult,
  findRun,
  insertRun,
  type RunKey,
} from '#db/queries/analysis-run.server.ts';
import type { WaveData } from '#db/queries/response.server.ts';
import {
  findResultsStudy,
  type ResultsStudy,
  type ResultsWave,
} from '#db/queries/results-study.server.ts';
import type { RunState } from '#db/schema/analysis-run.ts';
import { ServiceError } from '../../errors.ts';
import { sendJob } from '../../jobs/queue.server.ts';
import { runAnalysis } from '../../jobs/run-analysis.server.ts';
import { codeVersion } from '../../jobs/worker-pool.server.ts';
import { specificationHash } from './specification-hash.server.ts';
import type { RunResult, Specification } from './specification.ts';

export async function requireResultsStudy(
  tx: Transaction,
  { organisationId }: Member,
  studyId: string,
): Promise<ResultsStudy> {
  const study = await findResultsStudy(tx, { organisationId, studyId });
  if (!study) throw new ServiceError('not-found');
  return study;
}

export type RunView = {
  id: string;
  state: RunState;
  progress: number;
  /** Of this run, or of the last one while this one is being computed. */
  result: RunResult | null;
  computedAt: Date | null;
};

/** A run that was found or queued; `isNew` runs must be announced once the transaction has ended. */
export type EnsuredRun = RunView & { isNew: boolean };

export type WantedRun = {
  studyId: string;
  specification: Specification;
  dataHash: string;
  /** The reader's sites, or '*'; the transaction's actor must reach runs of that scope. */
  siteScope: string;
};

export function runKeyOf(
  { organisationId }: Pick<Member, 'organisationId'>,
  { studyId, specification, dataHash, siteScope }: WantedRun,
): RunKey {
  return {
    ...{ organisationId, studyId, siteScope, dataHash },
    specificationHash: specificationHash(specification),
    codeVersion: codeVersion(),
  };
}

/** Finds the run for these data, or queues it; shows the last result until the new one is there. */
export async function ensureRun(
  tx: Transaction,
  member: Member,
  wanted: WantedRun,
): Promise<EnsuredRun> {
  const { specification } = wanted;
  const key = runKeyOf(member, wanted);
  const inserted = (await findRun(tx, key))
    ? undefined
    : await insertRun(tx, { ...key, specification, requestedBy: member.userId });
  const run = await findRun(tx, key);
  if (!run) throw new ServiceError('conflict');
  const { id, state, progress } = run;
  const shown =
    state === 'done'
      ? { result: run.result, finishedAt: run.finishedAt }
      : await findLatestResult(tx, key);
  return {
    id,
    state,
    progress,
    result: (shown?.result as RunResult | null | undefined) ?? null,
    computedAt: shown?.finishedAt ?? null,
    isNew: inserted !== undefined,
  };
}

/** Outside the transaction: a job must not be taken before its row can be seen. */
export async function announceRuns(
  member: Member,
  runs: readonly (EnsuredRun | null)[],
): Promise<void> {
  for (const run of runs) {
    if (!run?.isNew) continue;
    await sendJob(runAnalysis, { organisationId: member.organisationId, id: run.id }, run.id);
  }
}

export type WaveWithData = ResultsWave & { data: WaveData };

export function wavesWithData(study: ResultsStudy, data: readonly WaveData[]): WaveWithData[] {
  return study.waves.flatMap((wave) => {
    const found = data.find(({ waveId }) => waveId === wave.id);
    return found ? [{ ...wave, data: found }] : [];
  });
}
