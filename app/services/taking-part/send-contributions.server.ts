import { randomUUID } from 'node:crypto';
import { insertContribution } from '#db/queries/contribution-sending.server.ts';
import { listConsents } from '#db/queries/panel-person.server.ts';
import { deleteDrafts, listPromptsOf } from '#db/queries/panel-rounds-of-person.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { raisePhraseConcern } from '../safeguarding/raise-phrase-concern.server.ts';
import { tellNamedPerson, type RaisedConcern } from '../safeguarding/tell-named-person.server.ts';
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

/** Names stand on lines of their own or between commas. */
export function namesIn(typed: string): string[] {
  const names = typed.split(/[\n,;،؛，；]/).map((name) => name.trim().slice(0, 200));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 50);
}

/**
 * Sends what somebody has written in a round, each under the consent that holds now. Sending twice is
 * sending once. Answers with how many were sent.
 */
export async function sendContributions(reader: PanelPerson, sending: Sending): Promise<number> {
  const person = idsOf(reader);
  const { roundId, language, register } = sending;
  const concerns: RaisedConcern[] = [];
  const sentNow = await forActivePerson(reader, async (tx) => {
    await requireOpenRound(tx, reader, roundId);
    const consents = await listConsents(tx, person);
    const consent = consents.find(({ purpose }) => purpose === 'read');
    if (!consent?.granted) throw new ServiceError('illegal-state', 'panel-consent-missing');
    const prompts = await listPromptsOf(tx, { ...person, roundId });
    const written = prompts.filter(
      ({ contributionId, draft, value }) =>
        contributionId === null && ((draft ?? '').trim() !== '' || value !== null),
    );
    let sent = 0;
    for (const prompt of written) {
      const row = {
        ...{ ...person, id: randomUUID(), roundId, promptId: prompt.id, language, register },
        ...{ consentId: consent.id, consentPurpose: 'read', value: prompt.value, sentOn: today() },
      };
      const words = { text: (prompt.draft ?? '').trim(), names: namesIn(sending.names) };
      if (await insertContribution(tx, row, words)) {
        sent += 1;
        const said = { ...person, contributionId: row.id, text: words.text };
        const concern = await raisePhraseConcern(tx, said);
        if (concern) concerns.push(concern);
      }
      await deleteDrafts(tx, { ...person, promptId: prompt.id });
    }
    await markRoundDone(tx, { ...person, roundId });
    return sent;
  });
  for (const concern of concerns) await tellNamedPerson(concern);
  return sentNow;
}
