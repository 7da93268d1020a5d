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
import {
  ensureComparability,
  type DimensionComparability,
} from '../psychometrics/ensure-comparability.server.ts';
import { getProgress, type WaveProgress } from '../studies/get-progress.server.ts';

export type WaveOfStudy = WaveRun & { result: WaveResult | null; report: ShownReport | null };

/** What a board page says something about holding against each other. */
export type ComparedDimension = 'site' | 'wave' | 'language';

export type StudyView = RequestedRuns & {
  /** By dimension and scale. A researcher's decision to see more is for results pages, never for these. */
  comparability: Record<ComparedDimension, DimensionComparability>;
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
  const waveIds = byWave.map(({ wave }) => wave.id);
  const of = (dimension: ComparedDimension) =>
    ensureComparability(member, requested.study, {
      dimension,
      waveIds: dimension === 'wave' ? waveIds : waveIds.slice(-1),
    });
  return {
    ...requested,
    comparability: {
      site: await of('site'),
      wave: await of('wave'),
      language: await of('language'),
    },
    byWave,
    newest,
    progress: waves.find(({ waveId }) => waveId === newest?.wave.id),
  };
}

/** The groups of a dimension whose means may be compared on a scale; null: none. */
export function comparableLevels(
  { comparability }: Pick<StudyView, 'comparability'>,
  dimension: ComparedDimension,
  scaleId: string,
): readonly string[] | null {
  const found = comparability[dimension].byScale.get(scaleId);
  return found?.state === 'supported' ? found.levels : null;
}

export function siteDimension(report: ShownReport | null): DimensionReport | undefined {
  return report?.dimensions.find(({ id }) => id === 'site');
}
