import { voteAnswers } from '../panels/present-votes.ts';
import type { VotedStatement } from '../panels/read-votes.server.ts';
import type { Fact } from './report-facts.ts';

/** What people think of each statement, in people; why they passed is kept apart. */
export function voteFacts(statements: readonly VotedStatement[]): Fact[] {
  return statements.map(({ text, people, counts }) => {
    const page = 'rounds';
    if (people === null) return { key: 'votedFew', values: { text: { text } }, page };
    const shown = voteAnswers.flatMap((answer) => {
      const n = counts[answer];
      return n === null ? [] : [{ word: `vote.${answer}`, people: n }];
    });
    const values = { text: { text }, people };
    if (shown.length === 0) return { key: 'votedHidden', values, page };
    const key = shown.length < voteAnswers.length ? 'votedPart' : 'voted';
    return { key, values: { ...values, counts: { counts: shown } }, page };
  });
}
