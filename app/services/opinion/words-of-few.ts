import { geometricMeanOfShares } from '#analysis/opinion/geometric-mean-of-shares.ts';
import { sizeOf, type AnswerCounts } from './ways-to-answer.ts';

export type Answer = 'agree' | 'disagree';
const both = ['agree', 'disagree'] as const;

/** What is said of a statement. */
export type Words = {
  /** All groups give this answer for the most part. */
  shared: Answer | null;
  /** By group what most of it answer and most of the other group do not. */
  mostly: (Answer | null)[];
};

/**
 * What is said of a statement where few people voted, from the counts of its groups and from nothing that differs
 * with what is said of other statements. No test of significance chooses the words: in small groups what passes
 * one is all but unanimous, so that the words would tell what single people answered.
 */
export function wordsOfFew(seed: number): (groups: readonly AnswerCounts[]) => Words {
  const known = new Map<string, boolean>();
  const isShared = (groups: readonly AnswerCounts[], answer: Answer): boolean => {
    const counts = groups.map((one) => [one[answer], sizeOf(one)] as const);
    const key = counts.join();
    const holds = known.get(key) ?? geometricMeanOfShares(counts, seed).interval[0] > 0.5;
    known.set(key, holds);
    return holds;
  };
  const isMost = (one: AnswerCounts, answer: Answer) => one[answer] > sizeOf(one) / 2;
  return (groups) => ({
    shared: both.find((answer) => isShared(groups, answer)) ?? null,
    mostly: groups.map((own, at) => {
      const other = groups[1 - at];
      return both.find((answer) => other && isMost(own, answer) && !isMost(other, answer)) ?? null;
    }),
  });
}
