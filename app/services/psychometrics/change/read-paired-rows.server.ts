import { idSet } from '../../results/id-set.ts';
import { pairedTable } from '../../results/paired-table.ts';
import { readPairs, type PairsRun } from '../../results/read-pairs.server.ts';
import type { AnalysisSpecification } from '../../results/specification.ts';

/** The scores that an analysis of change was computed from: of the pairs that its result counts. */
export async function readPairedRows(run: PairsRun, specification: AnalysisSpecification) {
  const { waveId: afterWaveId, otherWaveIds = [], minimumCellSize, steps } = specification;
  const [beforeWaveId = ''] = otherWaveIds;
  const read = await readPairs(run, {
    ...{ kind: 'change', beforeWaveId, afterWaveId, minimumCellSize },
  });
  const { study, rows, pairs, latest } = read;
  const isCounted = idSet([latest?.releasedIds ?? new Uint32Array(0)]);
  const counted = [...pairs.after.keys()].filter((pair) =>
    isCounted(rows.ids, (pairs.after[pair] ?? 0) * 4),
  );
  const pick = (of: readonly number[]) => counted.map((pair) => of[pair] ?? 0);
  const table = pairedTable(
    study.instrument,
    rows,
    { ...pairs, before: pick(pairs.before), after: pick(pairs.after) },
    { scaleIds: steps.map(({ name }) => name), minimum: minimumCellSize },
  );
  return { study, table };
}
