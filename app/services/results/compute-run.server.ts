import type { Actor } from '#db/actor.server.ts';
import { AnalysisError } from '#analysis/errors.ts';
import {
  beatRun,
  failRun,
  finishRun,
  takeRun,
  type Finished,
} from '#db/queries/analysis-run.server.ts';
import { withActor } from '../../database.server.ts';
import { log } from '../../log.server.ts';
import { computeAnalysis } from '../psychometrics/compute-analysis.server.ts';
import { computeChange } from './compute-change.server.ts';
import { computeScopedWave } from './compute-scoped-wave.server.ts';
import { computeWave } from './compute-wave.server.ts';
import { specificationSchema } from './specification.ts';
import type { Computed, Controls, TakenRun } from './taken-run.server.ts';

/** A process that has not said anything for so long is taken to be gone. */
export const silenceMs = 60_000;
const heartbeatMs = 1_000;

export type RunId = { organisationId: string; id: string };

const system = ({ organisationId }: RunId): Actor => ({ kind: 'system', organisationId });

function computeByKind(run: TakenRun, controls: Controls): Promise<Computed> {
  const specification = specificationSchema.parse(run.specification);
  switch (specification.kind) {
    case 'wave':
      return run.siteScope === '*'
        ? computeWave(run, specification, controls)
        : computeScopedWave(run, specification, controls);
    case 'change':
      return computeChange(run, specification, controls);
    case 'analysis':
      return computeAnalysis(run, specification, controls);
  }
}

/** Says that the run goes on, and ends it when it was cancelled. */
function watch(runId: RunId, cancellation: AbortController) {
  const state = { progress: 0 };
  const timer = setInterval(() => {
    withActor(system(runId), (tx) => beatRun(tx, { ...runId, progress: state.progress })).then(
      (goesOn) => {
        if (!goesOn) cancellation.abort();
      },
      (error: unknown) => log.error({ err: error }, 'heartbeat of an analysis run'),
    );
  }, heartbeatMs);
  return {
    onProgress: (share: number) => {
      state.progress = share;
    },
    stop: () => clearInterval(timer),
  };
}

/**
 * Computes a queued run, or one whose process fell silent. Does nothing when another process has it
 * or it was cancelled; being called twice is harmless.
 */
export async function computeRun(runId: RunId): Promise<void> {
  const silentSince = new Date(Date.now() - silenceMs);
  const run = await withActor(system(runId), (tx) => takeRun(tx, { ...runId, silentSince }));
  if (!run) return;
  const cancellation = new AbortController();
  const watched = watch(runId, cancellation);
  try {
    const controls = { signal: cancellation.signal, onProgress: watched.onProgress };
    // What may be shown is decided against the newest release: whoever is overtaken decides again.
    let finished: Finished = 'overtaken';
    while (finished === 'overtaken') {
      const computed = await computeByKind(run, controls);
      finished = await withActor(system(runId), (tx) => finishRun(tx, { ...runId, ...computed }));
    }
  } catch (error) {
    if (cancellation.signal.aborted) return;
    log.error({ err: error }, 'analysis run');
    const failure = error instanceof AnalysisError ? error.code : 'unexpected';
    await withActor(system(runId), (tx) => failRun(tx, { ...runId, failure }));
  } finally {
    watched.stop();
  }
}
