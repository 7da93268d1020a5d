import type { DimensionReport } from '#analysis/report/readiness-report.ts';
import type { Member } from '#db/actor.server.ts';
import {
  ensureWaveRuns,
  waveResultOf,
  type RequestedRuns,
  type WaveRun,
} from '../results/ensure-wave-runs.server.ts';
import type { WaveResult } from '../results/specification.ts';
import type { ShownReport } from '../results/wave-view.server.ts';
import { getProgress, type WaveProgress } from '../studies/get-progress.server.ts';

export type WaveOfStudy = WaveRun & { result: WaveResult | null; report: ShownReport | null };

export type StudyView = RequestedRuns & {
  byWave: WaveOfStudy[];
  /** The newest wave with answers. */
  newest: WaveOfStudy | null;
  progress: WaveProgress | undefined;
};

function withReport(run: WaveRun): WaveOfStudy {
  const result = waveResultOf(run.run.result);
  return { ...run, result, report: result?.report.ok ? result.report : null };
}

/** A study as the board reads it: every wave from its stored run, and who took part in the newest. */
export async function getStudyView(member: Member, studyId: string): Promise<StudyView> {
  const requested = await ensureWaveRuns(member, { studyId, wave: 'all' });
  const { waves } = await getProgress(member, { studyId });
  const byWave = requested.runs.map(withReport);
  const newest = byWave.at(-1) ?? null;
  return {
    ...requested,
    byWave,
    newest,
    progress: waves.find(({ waveId }) => waveId === newest?.wave.id),
  };
}

export function siteDimension(report: ShownReport | null): DimensionReport | undefined {
  return report?.dimensions.find(({ id }) => id === 'site');
}
