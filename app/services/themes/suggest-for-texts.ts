import { suggestCodes } from '#analysis/themes/coding/suggest-codes.ts';
import { textGrams } from '#analysis/themes/coding/text-grams.ts';

/** Texts of one language, what people gave each of them, and for which suggestions are wanted. */
export type SuggestionInput = {
  texts: string[];
  language: string;
  coded: { row: number; code: string }[];
  rows: number[];
};

/** Codes for one text, the likeliest first. */
export type SuggestedCodes = { code: string; probability: number }[];

const most = 3;

/** Learns from the coders' own assignments, anew each time. */
export function suggestForTexts({ texts, language, coded, rows }: SuggestionInput) {
  const grams = textGrams(texts, language);
  return suggestCodes(grams, coded, rows).map((all): SuggestedCodes => all.slice(0, most));
}
