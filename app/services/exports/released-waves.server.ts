import type { Member } from '#db/actor.server.ts';
import { findLatestRelease } from '#db/queries/analysis-run.server.ts';
import { listWaitingWaves } from '#db/queries/inbox.server.ts';
import { uuidTexts } from '#db/uuid-words.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { computeRun } from '../results/compute-run.server.ts';
import { ensureWaveRuns, waveResultOf } from '../results/ensure-wave-runs.server.ts';
import { specificationHash } from '../results/specification-hash.server.ts';
import type { Level } from '../results/specification.ts';

export type ReleasedWave = {
  waveId: string;
  /** Responses that the results of the closed wave count; a file holds no others. */
  ids: ReadonlySet<string>;
  /** By dimension, levels that kept older figures: the file must not tell them apart either. */
  kept: Readonly<Record<string, readonly Level[]>>;
};

async function closedRuns(member: Member, studyId: string) {
  const { study, runs } = await ensureWaveRuns(member, { studyId, wave: 'all' });
  const isClosed = ({ state }: { state: string }) => study.state === 'closed' || state === 'closed';
  return { study, runs: runs.filter(({ wave }) => isClosed(wave)) };
}

/**
 * What may be exported: closed waves as their results show them, computed now where nobody has looked
 * yet. An open wave still grows, and two files would differ by whoever came in between.
 */
export async function releasedWaves(member: Member, studyId: string): Promise<ReleasedWave[]> {
  const { organisationId } = member;
  const requested = await closedRuns(member, studyId);
  for (const { run } of requested.runs) {
    if (run.state === 'queued') await computeRun({ organisationId, id: run.id });
  }
  const { study, runs } = await closedRuns(member, studyId);
  const waiting = await withActor({ kind: 'system', organisationId }, listWaitingWaves);
  const isReady = runs.every(
    ({ run, wave }) => run.state === 'done' && !waiting.some(({ waveId }) => waveId === wave.id),
  );
  if (!isReady) throw new ServiceError('conflict', 'export-not-ready');
  return withActor(member, async (tx) => {
    const released = [];
    for (const { wave } of runs) {
      const specification = {
        kind: 'wave',
        waveId: wave.id,
        minimumCellSize: study.minimumCellSize,
      } as const;
      const latest = await findLatestRelease(tx, {
        organisationId,
        studyId,
        siteScope: '*',
        specificationHash: specificationHash(specification),
      });
      const result = waveResultOf((latest?.result as Parameters<typeof waveResultOf>[0]) ?? null);
      // Below the minimum nothing was released.
      const ids = latest && result?.report.ok ? uuidTexts(latest.releasedIds) : [];
      released.push({ waveId: wave.id, ids: new Set(ids), kept: result?.kept ?? {} });
    }
    return released;
  });
}
