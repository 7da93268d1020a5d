import { shownCounts } from '../outcomes/shown-counts.ts';
import { shownCount, type ShownCount } from './shown-count.ts';

/** hidden: who has finished, or who has not, is few; unknowable: nobody may know who has answered. */
export type FinishedCount = ShownCount | 'hidden' | 'unknowable';

export type ShownAskings = { asked: ShownCount; done: FinishedCount };

type Askings = {
  asked: number;
  done: number;
  /** Words or votes, by which somebody has finished; a questionnaire alone has none. */
  asksWords: boolean;
};

/**
 * How many were asked in a round and how many have finished it. The two stand side by side, so what is
 * left of those who were asked is none or enough people too.
 */
export function presentAskings({ asked, done, asksWords }: Askings, minimum: number): ShownAskings {
  const shown = shownCount(asked, minimum);
  if (!asksWords) return { asked: shown, done: 'unknowable' };
  if (asked < minimum) return { asked: shown, done: asked === 0 ? { count: 0 } : 'hidden' };
  const [count = null] = shownCounts([done, asked - done], minimum);
  return { asked: shown, done: count === null ? 'hidden' : { count } };
}
