import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findLatestResult } from '#db/queries/analysis-run.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { specificationHash } from '../results/specification-hash.server.ts';
import type { WaveResult } from '../results/specification.ts';

/** A wave with shown results, and the run that chose its answers. */
export type CountedWave = {
  waveId: string;
  runId: string;
  result: WaveResult;
  /** Answers that its pages count. */
  n: number;
};

/** Those of the waves that have shown results, in their order. */
export async function countedWaves(
  tx: Transaction,
  { organisationId }: Member,
  { id: studyId, minimumCellSize }: Pick<ResultsStudy, 'id' | 'minimumCellSize'>,
  waveIds: readonly string[],
): Promise<CountedWave[]> {
  const counted = [];
  for (const waveId of waveIds) {
    const latest = await findLatestResult(tx, {
      ...{ organisationId, studyId, siteScope: '*' },
      specificationHash: specificationHash({ kind: 'wave', waveId, minimumCellSize }),
    });
    const result = latest?.result as WaveResult | undefined;
    if (latest && result?.report.ok) {
      counted.push({ waveId, runId: latest.id, result, n: result.report.n });
    }
  }
  return counted;
}
