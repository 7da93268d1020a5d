import { learningCurve, type CodedText } from '#analysis/themes/coding/learning-curve.ts';
import { textGrams } from '#analysis/themes/coding/text-grams.ts';

/** Texts of one language, and those that people coded, in the order in which they did. */
export type CurveInput = { texts: string[]; language: string; coded: CodedText[] };

/** How right suggestions were as assignments came in, in a thread of its own. */
export function curveOfTexts({ texts, language, coded }: CurveInput) {
  return learningCurve(textGrams(texts, language), coded);
}
