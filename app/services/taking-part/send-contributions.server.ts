import { listPromptsOf } from '#db/queries/panel-rounds-of-person.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { keepContribution } from '../contributions/keep-contribution.server.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { findNamedPerson } from '../safeguarding/find-named-person.server.ts';
import { forActivePerson, idsOf } from './for-person.server.ts';
import { markRoundDone } from './mark-round-done.server.ts';
import type { Register } from './prompt-wording.ts';
import { requireOpenRound } from './require-open-round.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Sending = {
  roundId: string;
  language: Language;
  register: Register;
  /** As it was typed: names that are to be left out. */
  names: string;
};

/**
 * Sends what somebody has written in a round, each under the consent that holds now. Sending twice is
 * sending once. Answers with how many were sent.
 */
export async function sendContributions(reader: PanelPerson, sending: Sending): Promise<number> {
  const person = idsOf(reader);
  const { panel } = reader;
  const { roundId, language, register, names } = sending;
  const named = await findNamedPerson(panel);
  const sent = await forActivePerson(reader, async (tx) => {
    await requireOpenRound(tx, person, roundId);
    const prompts = await listPromptsOf(tx, { ...person, roundId });
    const written = prompts.filter(
      ({ contributionId, draft, value }) =>
        contributionId === null && ((draft ?? '').trim() !== '' || value !== null),
    );
    let kept = 0;
    for (const { id: promptId, draft, value } of written) {
      const said = { ...person, roundId, promptId, language, register, value };
      const words = { words: draft ?? '', names, by: null };
      if (await keepContribution(tx, { ...said, ...words }, { panel, named })) kept += 1;
    }
    await markRoundDone(tx, { ...person, roundId });
    return kept;
  });
  await announceMail();
  return sent;
}
