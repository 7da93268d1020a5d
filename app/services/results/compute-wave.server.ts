import { findLatestResult } from '#db/queries/analysis-run.server.ts';
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
import {
  collectResponses,
  pickResponses,
  type CollectedResponses,
} from './collect-responses.server.ts';
import { scopedReader, type Computed, type Controls, type TakenRun } from './taken-run.server.ts';
import { readinessDimensions } from './readiness-dimensions.ts';
import { keepLevels } from './keep-levels.ts';
import { dimensionIds, type Specification, type WaveResult } from './specification.ts';

type Previous = { release: PreviousRelease; result: WaveResult };

/** What readers have seen already; nothing where the last result was below the minimum. */
function previousRelease(
  study: ResultsStudy,
  latest: Awaited<ReturnType<typeof findLatestResult>>,
): Previous | null {
  const result = latest?.result as WaveResult | undefined;
  if (!latest || !result?.report.ok) return null;
  const shown = dimensionIds(study.covariates).map((id) => new Set(result.everShown[id]));
  return { release: { ids: new Set(latest.releasedIds), shown }, result };
}

function isClosed(study: ResultsStudy, waveId: string): boolean {
  const wave = study.waves.find(({ id }) => id === waveId);
  return study.state === 'closed' || wave?.state === 'closed';
}

function choose(
  study: ResultsStudy,
  all: CollectedResponses,
  previous: Previous | null,
  specification: Extract<Specification, { kind: 'wave' }>,
): Release {
  const rows = all.ids.map((id, row) => ({ id, levels: all.levels[row] ?? [] }));
  return chooseReleased(rows, previous?.release ?? null, {
    minimumCellSize: specification.minimumCellSize,
    isClosed: isClosed(study, specification.waveId),
  });
}

/** One wave of all sites: what every reader's figures are drawn from. */
export async function computeWave(
  run: TakenRun,
  specification: Extract<Specification, { kind: 'wave' }>,
  controls: Controls,
): Promise<Computed> {
  const { organisationId, studyId } = run;
  const { study, all, latest } = await withActor(scopedReader(run), async (tx) => {
    const found = await findResultsStudy(tx, { organisationId, studyId });
    if (!found) throw new ServiceError('not-found');
    // The latest release first: answers that arrive in between are new to it, never missing from it.
    const newest = await findLatestResult(tx, run);
    const collected = await collectResponses(tx, organisationId, found, [specification.waveId]);
    return { study: found, all: collected, latest: newest };
  });
  const previous = previousRelease(study, latest);
  const release = choose(study, all, previous, specification);
  const rows = pickResponses(all, release.included);
  const report = await compute(
    'readiness-report',
    {
      items: readinessItems(study.instrument),
      scales: readinessScales(study.instrument),
      codes: rows.codes,
      dimensions: readinessDimensions(study, rows.levels),
      minimumCellSize: specification.minimumCellSize,
    },
    controls,
  );
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
