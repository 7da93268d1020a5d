import { findLatestRelease } from '#db/queries/analysis-run.server.ts';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import type { Transaction } from '#db/database.ts';
import type { UuidWords } from '#db/uuid-words.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { readinessItems, readinessScales } from './build-readiness-input.ts';
import { collectResponses } from './collect-responses.server.ts';
import { idSet, includedIds, type HasId } from './id-set.ts';
import { pickResponses } from './pick-responses.ts';
import { scopedReader, type Computed, type Controls, type TakenRun } from './taken-run.server.ts';
import { pairResponses, type Pairs } from './pair-responses.ts';
import { specificationHash } from './specification-hash.server.ts';
import type { ChangeResult, Specification } from './specification.ts';

type ChangeSpecification = Extract<Specification, { kind: 'change' }>;

/** The answers that the two waves' own pages count: change is shown among them alone. */
async function findReleased(
  tx: Transaction,
  run: TakenRun,
  { beforeWaveId, afterWaveId, minimumCellSize }: ChangeSpecification,
): Promise<HasId> {
  const releases: UuidWords[] = [];
  for (const waveId of [beforeWaveId, afterWaveId]) {
    const series = {
      ...run,
      specificationHash: specificationHash({ kind: 'wave', waveId, minimumCellSize }),
    };
    const latest = await findLatestRelease(tx, series);
    if (latest) releases.push(latest.releasedIds);
  }
  return idSet(releases);
}

function countMissing(ids: UuidWords, has: HasId): number {
  let missing = 0;
  for (let place = 0; place < ids.length; place += 4) if (!has(ids, place)) missing += 1;
  return missing;
}

/** Whether pairs came or went in a number that would point at people. */
function isTooSmallAStep(pairIds: UuidWords, former: UuidWords, k: number): boolean {
  const changed = countMissing(pairIds, idSet([former])) + countMissing(former, idSet([pairIds]));
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
          index: rows.waves,
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
    const latest = await findLatestRelease(tx, run);
    const isReleased = await findReleased(tx, run, specification);
    const waveIds = [beforeWaveId, afterWaveId];
    const all = await collectResponses(tx, organisationId, study, waveIds, { withLinkKeys: true });
    const rows = pickResponses(all, includedIds(all, isReleased));
    const pairs: Pairs = pairResponses(rows);
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
  const pairIds = new Uint32Array(read.pairs.after.length * 4);
  read.pairs.after.forEach((row, pair) => {
    pairIds.set(read.rows.ids.subarray(row * 4, row * 4 + 4), pair * 4);
  });
  const former = read.latest?.releasedIds ?? null;
  const predecessorId = read.latest?.id ?? null;
  if (former && isTooSmallAStep(pairIds, former, specification.minimumCellSize)) {
    return { result: read.latest?.result as ChangeResult, releasedIds: former, predecessorId };
  }
  const result = await computePairs(run, specification, controls, read);
  return { result, releasedIds: pairIds, predecessorId };
}
