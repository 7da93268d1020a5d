import { findLatestResult } from '#db/queries/analysis-run.server.ts';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { readinessItems, readinessScales } from './build-readiness-input.ts';
import { collectResponses, pickResponses } from './collect-responses.server.ts';
import { scopedReader, type Computed, type Controls, type TakenRun } from './taken-run.server.ts';
import { pairResponses, type Pairs } from './pair-responses.ts';
import { specificationHash } from './specification-hash.server.ts';
import type { ChangeResult, Specification } from './specification.ts';

type ChangeSpecification = Extract<Specification, { kind: 'change' }>;

/** The answers that the two waves' own pages count: change is shown among them alone. */
async function listReleasedIds(
  tx: Transaction,
  run: TakenRun,
  { beforeWaveId, afterWaveId, minimumCellSize }: ChangeSpecification,
): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const waveId of [beforeWaveId, afterWaveId]) {
    const series = {
      ...run,
      specificationHash: specificationHash({ kind: 'wave', waveId, minimumCellSize }),
    };
    const latest = await findLatestResult(tx, series);
    for (const id of latest?.releasedIds ?? []) ids.add(id);
  }
  return ids;
}

/** Whether pairs came or went in a number that would point at people. */
function isTooSmallAStep(
  pairIds: readonly string[],
  former: readonly string[],
  k: number,
): boolean {
  const now = new Set(pairIds);
  const before = new Set(former);
  const changed =
    pairIds.filter((id) => !before.has(id)).length + former.filter((id) => !now.has(id)).length;
  return changed > 0 && changed < k;
}

async function computePairs(
  run: TakenRun,
  specification: ChangeSpecification,
  controls: Controls,
  read: Awaited<ReturnType<typeof readChange>>,
): Promise<ChangeResult> {
  const { study, rows, pairs } = read;
  const { beforeWaveId, afterWaveId, minimumCellSize } = specification;
  const report = await compute(
    'readiness-report',
    {
      items: readinessItems(study.instrument),
      scales: readinessScales(study.instrument),
      codes: rows.codes,
      dimensions: [
        {
          id: 'wave',
          levels: [beforeWaveId, afterWaveId],
          index: Int16Array.from(rows.waveIds, (waveId) => (waveId === beforeWaveId ? 0 : 1)),
        },
      ],
      pairs: {
        dimension: 'wave',
        before: Int32Array.from(pairs.before),
        after: Int32Array.from(pairs.after),
      },
      minimumCellSize,
    },
    controls,
  );
  return {
    kind: 'change',
    changes: report.ok ? report.changes : null,
    matchedPercent: pairs.matchedPercent,
    hasRepeatedKeys: pairs.hasRepeatedKeys,
  };
}

async function readChange(run: TakenRun, specification: ChangeSpecification) {
  const { organisationId, studyId } = run;
  const { beforeWaveId, afterWaveId } = specification;
  return withActor(scopedReader(run), async (tx) => {
    const study = await findResultsStudy(tx, { organisationId, studyId });
    if (!study) throw new ServiceError('not-found');
    const latest = await findLatestResult(tx, run);
    const released = await listReleasedIds(tx, run, specification);
    const all = await collectResponses(tx, organisationId, study, [beforeWaveId, afterWaveId]);
    const rows = pickResponses(
      all,
      all.ids.map((id) => released.has(id)),
    );
    const pairs: Pairs = pairResponses(rows, beforeWaveId, afterWaveId);
    return { study, rows, pairs, latest };
  });
}

/** Change within people between two waves, over all sites. */
export async function computeChange(
  run: TakenRun,
  specification: ChangeSpecification,
  controls: Controls,
): Promise<Computed> {
  const read = await readChange(run, specification);
  const pairIds = read.pairs.after.flatMap((row) => read.rows.ids[row] ?? []);
  const former = read.latest?.releasedIds ?? null;
  const predecessorId = read.latest?.id ?? null;
  if (former && isTooSmallAStep(pairIds, former, specification.minimumCellSize)) {
    return { result: read.latest?.result as ChangeResult, releasedIds: former, predecessorId };
  }
  const result = await computePairs(run, specification, controls, read);
  return { result, releasedIds: pairIds, predecessorId };
}
