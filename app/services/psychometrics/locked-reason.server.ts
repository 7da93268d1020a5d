import type { Member } from '#db/actor.server.ts';
import { getGroupComparability } from '../results/group-comparability.server.ts';
import type { WaveView } from '../results/wave-view.server.ts';
import type { AnalysisPage } from './analysis-page.ts';
import type { AnalysisReader } from './reader.server.ts';

/** Why the means of a scale may not be compared over a dimension, or the test that is to say so. */
export async function lockedReason(
  member: Member,
  reader: AnalysisReader,
  wave: WaveView,
  compared: { scaleId: string; dimension: string } | null | undefined,
): Promise<Pick<AnalysisPage, 'notPossible' | 'run'> | null> {
  if (!compared) return null;
  const { of, notes } = await getGroupComparability(member, reader, wave, compared.dimension);
  const isTested = notes.run?.state === 'queued' || notes.run?.state === 'running';
  if (isTested) return { run: notes.run, notPossible: null };
  if (of(compared.scaleId) !== null) return null;
  const reason = notes.locked.find(({ id }) => id === compared.scaleId)?.reason ?? '';
  return { run: null, notPossible: `${reason} ${reader.say('lockedOn')}` };
}
