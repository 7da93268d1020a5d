import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { ensureRun, type EnsuredRun } from '../results/internal.server.ts';
import type { AnalysisSpecification } from '../results/specification.ts';

/**
 * The run of an analysis over all sites, on the answers that these runs of its waves count. The system's
 * transaction: pages of readers of some sites say what follows from it, though not its figures.
 */
export function ensureAnalysis(
  tx: Transaction,
  member: Member,
  wanted: { studyId: string; specification: AnalysisSpecification; waveRunIds: readonly string[] },
): Promise<EnsuredRun> {
  const { studyId, specification, waveRunIds } = wanted;
  const dataHash = waveRunIds.map((id) => `wave/${id}`).join('+');
  return ensureRun(tx, member, { studyId, specification, dataHash, siteScope: '*' });
}
