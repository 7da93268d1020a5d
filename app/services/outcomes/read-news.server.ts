import type { Transaction } from '#db/database.ts';
import { listClosedRounds, listOwnFates, listOwnWords } from '#db/queries/own-news.server.ts';
import { listChanges, listDecisions, listSuggestions } from '#db/queries/suggestion.server.ts';
import { listTellingsOf } from '#db/queries/telling.server.ts';
import type { VotedStatement } from '../panels/read-votes.server.ts';
import { newsKey } from './tell-contributors.server.ts';

type OfPerson = { organisationId: string; panelId: string; memberId: string };

/**
 * What became of what one person said: by suggestion, then contributions that were moderated, then
 * rounds that closed, with the `votes` of the panel. Read as the person, whose rows alone the database
 * shows, or as the system for a letter.
 */
export async function readNews(
  tx: Transaction,
  person: OfPerson,
  votes: readonly VotedStatement[],
) {
  const tellings = await listTellingsOf(tx, person);
  const unseen = new Set(tellings.filter(({ seenOn }) => seenOn === null).map(({ news }) => news));
  const told = new Set(tellings.map(({ news }) => news));
  const words = await listOwnWords(tx, person);
  const fates = await listOwnFates(tx, person);
  const decisions = await listDecisions(tx, person);
  const changes = await listChanges(tx, person);
  const listed = await listSuggestions(tx, person);
  const rounds = await listClosedRounds(tx, person);
  const own = listed.filter(({ id }) => words.some((each) => each.suggestionIds.includes(id)));
  return {
    tellings: tellings.map(({ id }) => id),
    suggestions: own.map(({ id, text, raisedOn }) => ({
      ...{ id, text, raisedOn },
      said: words
        .filter((each) => each.suggestionIds.includes(id))
        .map(({ language, text: saidText }) => ({ language, text: saidText ?? '' })),
      decisions: decisions
        .filter(({ suggestionId }) => suggestionId === id)
        .map((decision) => ({
          ...{ id: decision.id, verdict: decision.verdict, reason: decision.reason },
          ...{ decidedBy: decision.decidedBy, decidedOn: decision.decidedOn },
          isNew: unseen.has(newsKey({ kind: 'decision', id: decision.id })),
        })),
      changes: changes
        .filter(({ suggestionId }) => suggestionId === id)
        .map(({ id: changeId, what, changedOn }) => ({
          ...{ id: changeId, what, changedOn },
          isNew: unseen.has(newsKey({ kind: 'change', id: changeId })),
        })),
    })),
    contributions: fates
      .map((fate) => ({
        ...fate,
        key: newsKey({
          kind: 'contribution',
          id: fate.contributionId,
          event: String(fate.number),
        }),
        prompt: words.find(({ id }) => id === fate.contributionId)?.prompt ?? {},
      }))
      .filter(({ key }) => told.has(key))
      .map((fate) => ({ ...fate, isNew: unseen.has(fate.key) })),
    rounds: rounds
      .map((round) => ({ ...round, key: newsKey({ kind: 'round', id: round.id }) }))
      .filter(({ key }) => told.has(key))
      .map((round) => ({
        ...round,
        isNew: unseen.has(round.key),
        votes: votes.filter(({ roundId }) => roundId === round.id),
      })),
  };
}

export type NewsOfPerson = Awaited<ReturnType<typeof readNews>>;
