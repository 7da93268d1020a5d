import type { DraftWords } from '#db/schema/answering.ts';
import { openBallotSeal } from './ballot-seal.server.ts';
import type { Ballot } from './ballot.server.ts';

export type ShownWords = {
  /** What was written so far. */
  text: string;
  mayQuote: boolean;
  isRefused: boolean;
};

/** What a draft keeps of one item in somebody's own words, opened for whoever holds the ballot's code. */
export function shownWords({ code }: Ballot, given: DraftWords | undefined): ShownWords {
  if (given && 'seal' in given) {
    const text = openBallotSeal('words-seal', code, given.seal);
    return { text, mayQuote: given.mayQuote, isRefused: false };
  }
  return { text: '', mayQuote: false, isRefused: given != null };
}
