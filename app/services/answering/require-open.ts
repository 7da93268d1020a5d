import type { StudyState, WaveState } from '#db/schema/study.ts';
import { ServiceError } from '../../errors.ts';

/** Answers are taken while study and wave are open; before and after, the person is told which. */
export function requireOpen(study: StudyState, wave: WaveState): void {
  if (study === 'closed' || wave === 'closed') throw new ServiceError('gone', 'survey-closed');
  if (study === 'draft' || wave === 'planned') {
    throw new ServiceError('illegal-state', 'survey-not-open');
  }
}

/** The wave that an open link leads into. */
export function requireOpenWave(
  study: StudyState,
  waves: readonly { id: string; state: WaveState }[],
): string {
  const open = waves.find(({ state }) => state === 'open');
  const isOver = waves.length > 0 && waves.every(({ state }) => state === 'closed');
  requireOpen(study, open ? 'open' : isOver ? 'closed' : 'planned');
  if (!open) throw new ServiceError('illegal-state', 'survey-not-open');
  return open.id;
}
