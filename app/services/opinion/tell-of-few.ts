import { answers, sizeOf, waysToAnswer, type AnswerCounts } from './ways-to-answer.ts';
import type { Words } from './words-of-few.ts';

type Given = {
  /** One group or two. */
  groups: readonly AnswerCounts[];
  inNone: AnswerCounts;
  minimum: number;
  wordsOf: (groups: readonly AnswerCounts[]) => Words;
};

/**
 * Whether these ways to answer together leave open how many of each group gave each answer: neither are they
 * known to be some but few, nor all.
 */
function isOpen(ways: readonly (readonly AnswerCounts[])[], minimum: number): boolean {
  return (ways[0] ?? []).every((group, at) =>
    answers.every((answer) => {
      const counts = ways.map((way) => way[at]?.[answer] ?? 0);
      const low = counts.reduce((a, b) => Math.min(a, b), Infinity);
      const high = counts.reduce((a, b) => Math.max(a, b), 0);
      return !(low > 0 && high < minimum) && low < sizeOf(group);
    }),
  );
}

const isSilent = ({ shared, mostly }: Words) =>
  shared === null && mostly.every((answer) => answer === null);

/**
 * What is said of a statement where few people voted: no words that, with the totals and the sizes of the groups,
 * would tell what few of a group, or all of it, answered; and so many words are kept back that silence does not
 * tell it either. What is kept back follows from sizes and totals, which everybody knows, never from who
 * answered what.
 */
export function tellOfFew({ groups, inNone, minimum, wordsOf }: Given): Words {
  const nothing: Words = { shared: null, mostly: groups.map(() => null) };
  const silent: AnswerCounts[][] = [];
  const told = new Map<string, AnswerCounts[][]>();
  for (const way of waysToAnswer(groups, { inNone, minimum })) {
    const words = wordsOf(way);
    const key = JSON.stringify(words);
    const own = told.get(key);
    if (isSilent(words)) silent.push(way);
    else if (own) own.push(way);
    else told.set(key, [way]);
  }
  const byNumber = [...told].sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1));
  const keepBack = (key: string, ways: readonly AnswerCounts[][]) => {
    for (const way of ways) silent.push(way);
    told.delete(key);
  };
  for (const [key, ways] of byNumber) if (!isOpen(ways, minimum)) keepBack(key, ways);
  for (const [key, ways] of byNumber) {
    if (silent.length === 0 || isOpen(silent, minimum)) break;
    if (told.has(key)) keepBack(key, ways);
  }
  const own = wordsOf(groups);
  return told.has(JSON.stringify(own)) ? own : nothing;
}
