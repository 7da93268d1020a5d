import {
  listOwnContributions,
  listOwnEvents,
  listOwnQuotes,
  listOwnSuggestions,
} from '#db/queries/own-words.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** Everything a person said, with what became of each. */
export async function listOwnWords({ actor }: PanelPerson) {
  return withActor(actor, async (tx) => {
    const words = await listOwnContributions(tx, actor);
    const events = await listOwnEvents(tx, actor);
    const quotes = await listOwnQuotes(tx, actor);
    const suggestions = await listOwnSuggestions(tx, actor);
    return words.map(({ original, text, ...word }) => {
      const own = <Row extends { contributionId: string }>(rows: readonly Row[]) =>
        rows.filter(({ contributionId }) => contributionId === word.id);
      const ofWord = own(events);
      const wasAppealed = ofWord.some(({ kind }) => kind === 'appealed');
      return {
        ...word,
        original,
        /** What others read, where it is not what was written. */
        shown: text !== null && text !== original ? text : null,
        events: ofWord,
        quoted: own(quotes).map(({ start, end }) => (text ?? '').slice(start, end)),
        suggestions: own(suggestions),
        mayAppeal: word.state === 'rejected' && !wasAppealed,
        mayWithdraw: word.state !== 'withdrawn',
      };
    });
  });
}

export type OwnWord = Awaited<ReturnType<typeof listOwnWords>>[number];

export async function requireOwnWord(reader: PanelPerson, contributionId: string) {
  const word = (await listOwnWords(reader)).find(({ id }) => id === contributionId);
  if (!word) throw new ServiceError('not-found');
  return word;
}
