import type { Member } from '#db/actor.server.ts';
import { getPanelOverview } from '../panels/get-panel-overview.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { languageNames } from '../../i18n/locales.ts';
import type { RoundName } from '../panels/internal.server.ts';
import { languagesWithout } from '../panels/languages-without.ts';
import { savePrompt } from '../panels/save-prompt.server.ts';
import { reviewQuestion } from './job-questions.ts';

/** Asks people of a panel to read a text that is meant for the public, in their languages. */
export async function addReview(
  member: Member,
  input: RoundName & { revision: number; name: string; text: LocalText },
): Promise<{ promptId: string }> {
  const { panelId, roundId, revision, text } = input;
  const name = input.name.trim();
  if (name === '') throw new ServiceError('invalid', 'job-name-missing');
  const { frame } = await getPanelOverview(member, { panelId });
  const [missing] = languagesWithout(text, frame.languages);
  if (missing)
    throw new ServiceError('invalid', 'job-text-missing', { language: languageNames[missing] });
  return savePrompt(member, {
    ...{ panelId, roundId, revision, promptId: null, easyRead: {} },
    text: reviewQuestion(frame.languages),
    kind: 'review',
    about: { kind: 'text', name, text },
  });
}
