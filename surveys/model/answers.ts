import { z } from 'zod';
import { SurveyError } from '../errors.ts';
import { codeSchema, idSchema } from './identifiers.ts';

export const missingReasons = [
  'not-shown',
  'skipped',
  'prefer-not-to-say',
  'not-applicable',
  'dont-know',
] as const;
export type MissingReason = (typeof missingReasons)[number];
export const missingReasonSchema = z.enum(missingReasons);

export const answerSchema = z.union([
  z.strictObject({ code: codeSchema }),
  z.strictObject({ missing: missingReasonSchema }),
]);
export type Answer = z.infer<typeof answerSchema>;

export const answersSchema = z
  .record(idSchema, answerSchema)
  .refine((answers) => Object.keys(answers).length <= 300);
export type Answers = z.infer<typeof answersSchema>;

export type WithItems = { items: readonly { id: string }[] };

/** Own properties only: an item may be called `constructor`. */
export function answerOf(answers: Answers, itemId: string): Answer | undefined {
  return Object.hasOwn(answers, itemId) ? answers[itemId] : undefined;
}

const codeByReason = {
  'not-shown': -1,
  skipped: -2,
  'prefer-not-to-say': -3,
  'not-applicable': -4,
  'dont-know': -5,
} as const satisfies Record<MissingReason, number>;
export type MissingCode = (typeof codeByReason)[MissingReason];

export function missingCode(reason: MissingReason): MissingCode {
  return codeByReason[reason];
}

function toItemCode(answer: Answer | undefined): number {
  if (answer === undefined) return missingCode('skipped');
  return 'code' in answer ? answer.code : missingCode(answer.missing);
}

/** One number per item, in the order of `instrument.items`; what was never answered is skipped. */
export function toItemCodes(instrument: WithItems, answers: Answers): number[] {
  return instrument.items.map((item) => toItemCode(answerOf(answers, item.id)));
}

function fromItemCode(code: number, itemId: string): Answer {
  if (Number.isInteger(code) && code >= 0) return { code };
  const reason = missingReasons.find((candidate) => codeByReason[candidate] === code);
  if (reason === undefined) throw new SurveyError('item-code-unknown', { itemId, code });
  return { missing: reason };
}

/** @throws {SurveyError} when the number of codes or a negative code fits no item. */
export function fromItemCodes(instrument: WithItems, codes: readonly number[]): Answers {
  const { items } = instrument;
  if (codes.length !== items.length) {
    throw new SurveyError('item-codes-length', { expected: items.length, actual: codes.length });
  }
  const entries = items.map(
    (item, i) => [item.id, fromItemCode(codes[i] ?? NaN, item.id)] as const,
  );
  return Object.fromEntries(entries);
}
