import type { OptionSet } from '../model/instrument.ts';

export type ScoreRange = { minimum: number; maximum: number };

export function scoreRange(optionSet: Pick<OptionSet, 'options'>): ScoreRange {
  const scores = optionSet.options.map(({ score }) => score);
  return { minimum: Math.min(...scores), maximum: Math.max(...scores) };
}

/** The score of a reverse-keyed item: minimum + maximum of its option set − score. */
export function reverseScore(score: number, { minimum, maximum }: ScoreRange): number {
  return minimum + maximum - score;
}
