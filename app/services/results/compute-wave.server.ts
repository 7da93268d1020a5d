import type { ReadinessReport } from '#analysis/report/readiness-report.ts';
import { findLatestRelease } from '#db/queries/analysis-run.server.ts';
import { findResultsStudy, type ResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { readinessItems, readinessScales } from './build-readiness-input.ts';
import {
  chooseReleased,
  type Kept,
  type PreviousRelease,
  type Release,
} from './choose-released.ts';
import { collectResponses, type CollectedResponses } from './collect-responses.server.ts';
import { idSet } from './id-set.ts';
import { pickResponses } from './pick-responses.ts';
import { scopedReader, type Computed, type Controls, type TakenRun } from './taken-run.server.ts';
import { keepLevels } from './keep-levels.ts';
import { dimensionIds, type Specification, type WaveResult } from './specification.ts';

type Previous = { release: PreviousRelease; result: WaveResult };

/** What readers have seen already; nothing where the last result was below the minimum. */
function previousRelease(
  study: ResultsStudy,
  latest: Awaited<ReturnType<typeof findLatestRelease>>,
): Previous | null {
  const result = latest?.result as WaveResult | undefined;
  if (!latest || !result?.report.ok) return null;
  const shown = dimensionIds(study.covariates).map((id) => new Set(result.everShown[id]));
  return { release: { has: idSet([latest.releasedIds]), shown }, result };
}

function isClosed(study: ResultsStudy, waveId: string): boolean {
  const wave = study.waves.find(({ id }) => id === waveId);
  return study.state === 'closed' || wave?.state === 'closed';
}

type WaveSpecification = Extract<Specification, { kind: 'wave' }>;
type WaveRows = Awaited<ReturnType<typeof readWave>>;

/** Every response of the wave, and what was shown of it last. */
export async function readWave(
  run: Pick<TakenRun, 'organisationId' | 'studyId' | 'siteScope' | 'requestedBy'> &
    Parameters<typeof findLatestRelease>[1],
  waveId: string,
) {
  const { organisationId, studyId } = run;
  return withActor(scopedReader(run), async (tx) => {
    const study = await findResultsStudy(tx, { organisationId, studyId });
    if (!study) throw new ServiceError('not-found');
    // The latest release first: answers that arrive in between are new to it, never missing from it.
    const latest = await findLatestRelease(tx, run);
    const all = await collectResponses(tx, organisationId, study, [waveId]);
    return { study, all, latest };
  });
}

/** The responses that the result counts, and what it keeps of the last one. */
export function chooseRows(
  { study, all, latest }: WaveRows,
  { waveId, minimumCellSize }: WaveSpecification,
) {
  const previous = previousRelease(study, latest);
  const release = chooseReleased(all, previous?.release ?? null, {
    minimumCellSize,
    isClosed: isClosed(study, waveId),
  });
  return { previous, release, rows: pickResponses(all, release.included) };
}

/** The report over the rows, of which nothing but the ids is left to the caller. */
export function reportRows(
  { instrument }: ResultsStudy,
  { codes, dimensions }: CollectedResponses,
  minimumCellSize: number,
  controls: Controls,
): Promise<ReadinessReport> {
  return compute(
    'readiness-report',
    {
      items: readinessItems(instrument),
      scales: readinessScales(instrument),
      codes,
      dimensions,
      minimumCellSize,
    },
    { ...controls, given: [codes, ...dimensions.map(({ index }) => index)] },
  );
}

/** One wave of all sites: what every reader's figures are drawn from. */
export async function computeWave(
  run: TakenRun,
  specification: WaveSpecification,
  controls: Controls,
): Promise<Computed> {
  const read = await readWave(run, specification.waveId);
  const { study, latest } = read;
  const { previous, release, rows } = chooseRows(read, specification);
  const report = await reportRows(study, rows, specification.minimumCellSize, controls);
  return {
    result: {
      kind: 'wave',
      waiting: release.waiting,
      ...keepLevels(report, previous?.result ?? null, keptOf(study, release)),
    },
    releasedIds: rows.ids,
    predecessorId: latest?.id ?? null,
  };
}

function keptOf(study: ResultsStudy, release: Release): Record<string, Kept> {
  const none = { levels: [], staysHidden: false };
  return Object.fromEntries(
    dimensionIds(study.covariates).map((id, index) => [id, release.kept[index] ?? none]),
  );
}
