import type { VotedStatement } from '../panels/read-votes.server.ts';
import type { Fact } from './report-facts.ts';

/** What people think of each statement, in people; why they passed is kept apart. */
export function voteFacts(statements: readonly VotedStatement[]): Fact[] {
  const shown = (n: number | null) => n ?? { word: 'rating.hidden' };
  return statements.map(({ text, people, counts }) => {
    if (people === null) return { key: 'votedFew', values: { text: { text } }, page: 'rounds' };
    const values = {
      ...{ text: { text }, people },
      ...{ agree: shown(counts.agree), disagree: shown(counts.disagree) },
      ...{ unsure: shown(counts['pass-unsure']), unclear: shown(counts['pass-unclear']) },
      notForMe: shown(counts['pass-not-for-me']),
    };
    return { key: 'voted', values, page: 'rounds' };
  });
}
