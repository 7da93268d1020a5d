import type { UuidWords } from '#db/uuid-words.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { attuneVersion } from '../../version.ts';
import { readinessItems, readinessScales } from './build-readiness-input.ts';
import { idSet, type HasId } from './id-set.ts';
import { pairedSteps } from './paired-steps.ts';
import { pairedTable } from './paired-table.ts';
import { readPairs, type ChangeSpecification } from './read-pairs.server.ts';
import type { ChangeResult } from './specification.ts';
import type { Computed, Controls, TakenRun } from './taken-run.server.ts';

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
  specification: ChangeSpecification,
  controls: Controls,
  read: Awaited<ReturnType<typeof readPairs>>,
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
  const changes = report.ok ? report.changes : null;
  const scaleIds = (changes ?? []).flatMap(({ id, change }) => (change.shown ? [id] : []));
  const chosen = { scaleIds, minimum: minimumCellSize };
  const table = pairedTable(study.instrument, rows, pairs, chosen);
  const outcomes = await compute('analysis', { table, steps: pairedSteps(scaleIds) }, controls);
  return {
    ...{ kind: 'change', changes, outcomes, version: attuneVersion },
    matchedPercent: pairs.matchedPercent,
    hasRepeatedKeys: pairs.hasRepeatedKeys,
  };
}

/** Change within people between two waves, over all sites. */
export async function computeChange(
  run: TakenRun,
  specification: ChangeSpecification,
  controls: Controls,
): Promise<Computed> {
  const read = await readPairs(run, specification);
  const pairIds = new Uint32Array(read.pairs.after.length * 4);
  read.pairs.after.forEach((row, pair) => {
    pairIds.set(read.rows.ids.subarray(row * 4, row * 4 + 4), pair * 4);
  });
  const former = read.latest?.releasedIds ?? null;
  const predecessorId = read.latest?.id ?? null;
  if (former && isTooSmallAStep(pairIds, former, specification.minimumCellSize)) {
    return { result: read.latest?.result as ChangeResult, releasedIds: former, predecessorId };
  }
  const result = await computePairs(specification, controls, read);
  return { result, releasedIds: pairIds, predecessorId };
}
