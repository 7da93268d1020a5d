import type { Member } from '#db/actor.server.ts';
import { ServiceError } from '../../errors.ts';
import { getPanelOverview } from '../panels/get-panel-overview.server.ts';
import type { RoundName } from '../panels/internal.server.ts';
import { savePrompt } from '../panels/save-prompt.server.ts';
import { marginQuestion } from './job-questions.ts';

/** Asks people of a panel how large a difference between groups matters, in percentage points. */
export async function addMargin(
  member: Member,
  input: RoundName & { revision: number; metric: string; low: number; high: number },
): Promise<{ promptId: string }> {
  const { panelId, roundId, revision, low, high } = input;
  const metric = input.metric.trim();
  if (metric === '') throw new ServiceError('invalid', 'job-name-missing');
  if (!(low >= 0 && high > low && high <= 100)) throw new ServiceError('invalid', 'bounds-wrong');
  const { frame } = await getPanelOverview(member, { panelId });
  return savePrompt(member, {
    ...{ panelId, roundId, revision, promptId: null, easyRead: {} },
    text: marginQuestion(frame.languages),
    kind: 'margin',
    about: { kind: 'margin', metric, unit: 'percentage-points', low, high },
  });
}
