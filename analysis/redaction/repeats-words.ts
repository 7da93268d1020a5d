import { foldText } from './fold-text.ts';

/** Fewer words in a row are said by anybody. */
const runLength = 4;
/** A text of so few words counts as a whole; a shorter one tells too little to be found again. */
const shortest = 3;

function wordsOf(text: string, language: string): string[] {
  const folded = foldText(text).text.normalize('NFC');
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(folded)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
}

/**
 * Whether a text repeats a run of words of another one.
 *
 * Let w₁ … wₙ be the folded words of `said`, without spaces and punctuation, and W the folded words of
 * `text` written together. True where wᵢ … wᵢ₊ₘ₋₁ written together is a part of W for some i, m = min(4, n).
 *
 * @param text what may repeat it, in any language.
 * @param said what somebody said. @param language BCP 47 tag it was said in.
 * @returns true or false. Written together, since writing without spaces is not split alike in every place.
 * @remarks False where `said` has fewer than three words. Three words of a longer text, and what is said in
 *   other words or inflected otherwise, are not found.
 * @see Unicode Standard Annex #29, Unicode Text Segmentation, section 4
 */
export function repeatsWords(text: string, said: string, language: string): boolean {
  const words = wordsOf(said, language);
  if (words.length < shortest) return false;
  const run = Math.min(runLength, words.length);
  const written = wordsOf(text, language).join('');
  return words
    .slice(0, words.length - run + 1)
    .some((_, at) => written.includes(words.slice(at, at + run).join('')));
}
