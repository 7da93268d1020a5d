import type { Actor } from '#db/actor.server.ts';
import type { takeRun } from '#db/queries/analysis-run.server.ts';
import type { UuidWords } from '#db/uuid-words.ts';
import type { RunResult } from './specification.ts';

export type TakenRun = NonNullable<Awaited<ReturnType<typeof takeRun>>>;
export type Controls = { signal: AbortSignal; onProgress: (share: number) => void };
export type Computed = {
  result: RunResult;
  releasedIds: UuidWords;
  /** The result of the series that this one was decided against. */
  predecessorId: string | null;
};

/** Reads as somebody with the sites the result is for, and nothing else. */
export function scopedReader(
  run: Pick<TakenRun, 'organisationId' | 'requestedBy' | 'siteScope'>,
): Actor {
  return {
    kind: 'member',
    organisationId: run.organisationId,
    userId: run.requestedBy ?? '',
    role: 'auditor',
    siteIds: run.siteScope === '*' ? null : run.siteScope.split(','),
  };
}
