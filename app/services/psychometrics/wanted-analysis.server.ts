import type { AnalysisSpecification } from '../results/specification.ts';
import type { WantedRun } from '../results/internal.server.ts';

/**
 * The run of an analysis over all sites, on the answers that these runs of its waves count. It is the
 * system's to ask for: pages of readers of some sites say what follows from it, though not its figures.
 */
export function wantedAnalysis(
  studyId: string,
  specification: AnalysisSpecification,
  waveRunIds: readonly string[],
): WantedRun {
  const dataHash = waveRunIds.map((id) => `wave/${id}`).join('+');
  return { studyId, specification, dataHash, siteScope: '*' };
}
