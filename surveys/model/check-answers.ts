import type { Answers } from './answers.ts';
import type { Instrument } from './instrument.ts';

export const answerProblemCodes = ['unknown-item', 'unknown-code', 'reason-not-offered'] as const;
export type AnswerProblemCode = (typeof answerProblemCodes)[number];
export type AnswerProblem = { itemId: string; code: AnswerProblemCode };

/** What a posted form may not say: items, codes and reasons this instrument does not offer. */
export function answerProblems(instrument: Instrument, answers: Answers): AnswerProblem[] {
  const itemById = new Map(instrument.items.map((item) => [item.id, item]));
  const setById = new Map(instrument.optionSets.map((set) => [set.id, set]));
  // `skipped` is an answer left empty; `not-shown` is ours to say at submission.
  const allowed: readonly string[] = ['skipped', ...instrument.missingReasons];
  return Object.entries(answers).flatMap(([itemId, answer]): AnswerProblem[] => {
    const item = itemById.get(itemId);
    if (item === undefined) return [{ itemId, code: 'unknown-item' }];
    if ('missing' in answer) {
      return allowed.includes(answer.missing) ? [] : [{ itemId, code: 'reason-not-offered' }];
    }
    const options = setById.get(item.optionSet)?.options ?? [];
    const isKnown = options.some(({ code }) => code === answer.code);
    return isKnown ? [] : [{ itemId, code: 'unknown-code' }];
  });
}
