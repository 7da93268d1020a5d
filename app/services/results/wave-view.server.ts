import type { Member } from '#db/actor.server.ts';
import type { ReadinessReport } from '#analysis/report/readiness-report.ts';
import { ServiceError } from '../../errors.ts';
import { waveResultOf, type WantedWaves, type WaveRun } from './ensure-wave-runs.server.ts';
import { getSurroundings, type Surroundings } from './get-surroundings.server.ts';
import type { ItemResult } from './present-items.ts';
import type { ScaleResult } from './present-scales.ts';
import { requestRun } from './request-run.server.ts';
import type { Level, WaveResult } from './specification.ts';

export type ShownReport = Extract<ReadinessReport, { ok: true }>;

export type GroupFilter = { dimension: string; level: Level };

export type WaveView = Awaited<ReturnType<typeof requestRun>> & {
  surroundings: Surroundings;
  /** The wave the page is about; null while there are no answers. */
  current: WaveRun | null;
  result: WaveResult | null;
  report: ShownReport | null;
};

/** One wave of a study with what may be shown of it. */
export async function getWaveView(
  member: Member,
  { studyId, wave }: { studyId: string; wave: Exclude<WantedWaves, 'all'> },
): Promise<WaveView> {
  const requested = await requestRun(member, { studyId, wave });
  const current = requested.runs[0] ?? null;
  if (wave !== 'newest' && !requested.study.waves.some(({ number }) => number === wave)) {
    throw new ServiceError('not-found');
  }
  const result = waveResultOf(current?.run.result ?? null);
  return {
    ...requested,
    surroundings: await getSurroundings(member, studyId),
    current,
    result,
    report: result?.report.ok ? result.report : null,
  };
}

/** Everybody, or one level of one dimension: both from the same suppressed report. */
export function resultsOfGroup(
  report: ShownReport,
  group: GroupFilter | null,
): { items: readonly ItemResult[]; scales: readonly ScaleResult[]; n: number | null } {
  if (!group) return { items: report.items, scales: report.scales, n: report.n };
  const dimension = report.dimensions.find(({ id }) => id === group.dimension);
  const level = dimension?.levels.find((candidate) => candidate.level === group.level);
  if (!level) throw new ServiceError('not-found');
  const { respondents } = level;
  if (respondents.shown) return { items: level.items, scales: level.scales, n: respondents.n };
  const hide = ({ id }: { id: string }) => ({ id, result: respondents, score: respondents });
  return { items: level.items.map(hide), scales: level.scales.map(hide), n: null };
}
