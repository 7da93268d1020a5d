import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { ServiceError } from '../../errors.ts';
import type { AnalysisSpecification } from '../results/specification.ts';
import type { AnalysisId } from './analysis-ids.ts';
import type { CountedWave } from './counted-waves.server.ts';
import type { Step } from './steps.ts';

/** A wave whose answers are analysed, with the run that chose them. */
export type UsedWave = Pick<CountedWave, 'waveId' | 'runId'>;

/** What a run computes; of several waves the newest is the one that it is called by. */
export function analysisSpecification(
  { minimumCellSize }: Pick<ResultsStudy, 'minimumCellSize'>,
  used: readonly UsedWave[],
  wanted: {
    analysis: AnalysisId;
    groups: readonly string[];
    steps: readonly Step[];
    language: string | null;
  },
): AnalysisSpecification {
  const newest = used.at(-1);
  if (!newest) throw new ServiceError('not-found');
  const others = used.slice(0, -1).map(({ waveId }) => waveId);
  return {
    ...{ kind: 'analysis', waveId: newest.waveId, minimumCellSize },
    ...{ analysis: wanted.analysis, groups: [...wanted.groups], steps: [...wanted.steps] },
    ...(others.length > 0 ? { otherWaveIds: others } : {}),
    ...(wanted.language === null ? {} : { language: wanted.language }),
  };
}
