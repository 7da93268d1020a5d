import type { Member } from '#db/actor.server.ts';
import { presentFrame, type ResultsFrame } from '../results/present-frame.ts';
import { getWaveView } from '../results/wave-view.server.ts';
import { analysisIds, type AnalysisId } from './analysis-ids.ts';
import type { AnalysisReader } from './reader.server.ts';

export type AnalysisLink = { id: AnalysisId; name: string; question: string };

export function analysisLinks({ say }: AnalysisReader): AnalysisLink[] {
  return analysisIds.map((id) => ({
    id,
    name: say(`name.${id}`),
    question: say(`question.${id}`),
  }));
}

/** What can be asked of the answers of a study beyond its readiness report. */
export async function listAnalyses(
  member: Member,
  reader: AnalysisReader,
  studyId: string,
  wave: number | null,
): Promise<{ frame: ResultsFrame; analyses: AnalysisLink[]; seesWholeStudy: boolean }> {
  const view = await getWaveView(member, { studyId, wave: wave ?? 'newest' });
  return {
    frame: presentFrame(reader, view, { wave, group: null, by: 'site' }),
    analyses: analysisLinks(reader),
    seesWholeStudy: view.seesWholeStudy,
  };
}
