import type { SparseMatrix } from '#analysis/numeric/sparse/sparse-matrix.ts';
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

/** Of the last few sets of texts in this thread: each click learns anew, from texts that are the same. */
const lately: { key: string; grams: SparseMatrix }[] = [];
const remembered = 3;

function gramsOf(texts: readonly string[], language: string): SparseMatrix {
  const key = JSON.stringify([language, texts]);
  const known = lately.find((one) => one.key === key);
  if (known) return known.grams;
  const grams = textGrams(texts, language);
  lately.unshift({ key, grams });
  lately.splice(remembered);
  return grams;
}

/** Learns from the coders' own assignments, anew each time. */
export function suggestForTexts({ texts, language, coded, rows }: SuggestionInput) {
  const grams = gramsOf(texts, language);
  return suggestCodes(grams, coded, rows).map((all): SuggestedCodes => all.slice(0, most));
}
