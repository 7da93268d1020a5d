import type { Transaction } from '#db/database.ts';
import { findLatestRelease } from '#db/queries/analysis-run.server.ts';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import type { UuidWords } from '#db/uuid-words.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { collectResponses } from './collect-responses.server.ts';
import { idSet, includedIds, type HasId } from './id-set.ts';
import { pairResponses } from './pair-responses.ts';
import { pickResponses } from './pick-responses.ts';
import { specificationHash } from './specification-hash.server.ts';
import type { Specification } from './specification.ts';
import { scopedReader, type TakenRun } from './taken-run.server.ts';

export type ChangeSpecification = Extract<Specification, { kind: 'change' }>;
export type PairsRun = Pick<TakenRun, 'organisationId' | 'studyId' | 'siteScope' | 'requestedBy'>;

/** The answers that the two waves' own pages count: change is shown among them alone. */
async function findReleased(
  tx: Transaction,
  run: PairsRun,
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

/** Answers of two waves with those of the same people, and what the change was last shown for. */
export async function readPairs(run: PairsRun, specification: ChangeSpecification) {
  const { organisationId, studyId } = run;
  const { beforeWaveId, afterWaveId } = specification;
  return withActor(scopedReader(run), async (tx) => {
    const study = await findResultsStudy(tx, { organisationId, studyId });
    if (!study) throw new ServiceError('not-found');
    const latest = await findLatestRelease(tx, {
      ...run,
      specificationHash: specificationHash(specification),
    });
    const isReleased = await findReleased(tx, run, specification);
    const waveIds = [beforeWaveId, afterWaveId];
    const all = await collectResponses(tx, organisationId, study, waveIds, { withLinkKeys: true });
    const rows = pickResponses(all, includedIds(all, isReleased));
    return { study, rows, pairs: pairResponses(rows), latest };
  });
}
