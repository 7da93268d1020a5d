import { effectiveCodes } from './effective-codes.ts';
import type { ReportInputs } from './report-inputs.ts';

/** Words by code in use, and how many people used it; null: fewer than may be described. */
export function codedWords(inputs: ReportInputs, minimum: number) {
  const codeOf = effectiveCodes(inputs.codes);
  const textOf = new Map(inputs.texts.map((text) => [text.id, text]));
  const inUse = inputs.codes.filter(({ retired, mergedInto }) => !retired && mergedInto === null);
  return inUse.map((code) => {
    const words = inputs.assignments.flatMap(({ contributionId, codeId, start, end, origin }) => {
      const text = textOf.get(contributionId);
      if (!text || origin === 'suggested' || codeOf.get(codeId) !== code.id) return [];
      return [{ text, words: text.text.slice(start, end), origin }];
    });
    const people = new Set(words.map(({ text }) => text.memberId)).size;
    return { code, words, people: people >= minimum ? people : null };
  });
}

/** Why the file of coded words has none: no code is given yet, too few people used each, none agreed to be quoted. */
export type NoWordsReason = 'uncoded' | 'few' | 'unquoted';

export function whyNoWords(inputs: ReportInputs, minimum: number): NoWordsReason | null {
  const coded = codedWords(inputs, minimum);
  const told = coded.filter(({ people }) => people !== null).flatMap(({ words }) => words);
  if (told.some(({ text }) => text.quoteConsentId !== null)) return null;
  if (told.length > 0) return 'unquoted';
  return coded.some(({ words }) => words.length > 0) ? 'few' : 'uncoded';
}
