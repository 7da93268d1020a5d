import type { Member } from '#db/actor.server.ts';
import { describeWaveData } from '#db/queries/response.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { can } from '../../permissions.ts';
import {
  announceRuns,
  ensureRun,
  requireResultsStudy,
  wavesWithData,
  type RunView,
  type WaveWithData,
} from './internal.server.ts';
import type { RunResult, WaveResult } from './specification.ts';

export type WaveRun = { wave: WaveWithData; run: RunView };

export type RequestedRuns = {
  study: ResultsStudy;
  /** Waves that have responses the reader may see, oldest first. */
  waves: WaveWithData[];
  runs: WaveRun[];
  /** Whether the reader may stop a run and ask for it again. */
  mayCompute: boolean;
};

/** `wave`: a number, the newest with answers, or all of them. */
export type WantedWaves = number | 'newest' | 'all';

function chooseWaves(waves: readonly WaveWithData[], wanted: WantedWaves): WaveWithData[] {
  if (wanted === 'all') return [...waves];
  const chosen = wanted === 'newest' ? waves.at(-1) : waves.find(({ number }) => number === wanted);
  return chosen ? [chosen] : [];
}

/** The wave's responses, and whether it is closed: at closing the rest is counted. */
export function waveDataHash(study: ResultsStudy, wave: WaveWithData): string {
  return `${wave.data.hash}/${study.state}/${wave.state}`;
}

/** Callers have authorised the reader; the database keeps to the sites of the reader. */
export async function ensureWaveRuns(
  member: Member,
  { studyId, wave }: { studyId: string; wave: WantedWaves },
): Promise<RequestedRuns> {
  const requested = await withActor(member, async (tx) => {
    const study = await requireResultsStudy(tx, member, studyId);
    const { organisationId } = member;
    const waves = wavesWithData(study, await describeWaveData(tx, { organisationId, studyId }));
    const runs = [];
    for (const chosen of chooseWaves(waves, wave)) {
      const run = await ensureRun(tx, member, {
        studyId,
        specification: {
          kind: 'wave',
          waveId: chosen.id,
          minimumCellSize: study.minimumCellSize,
        },
        dataHash: waveDataHash(study, chosen),
      });
      runs.push({ wave: chosen, run });
    }
    return { study, waves, runs, mayCompute: can(member, 'results.compute') };
  });
  await announceRuns(
    member,
    requested.runs.map(({ run }) => run),
  );
  return requested;
}

export function waveResultOf(result: RunResult | null): WaveResult | null {
  return result?.kind === 'wave' ? result : null;
}
