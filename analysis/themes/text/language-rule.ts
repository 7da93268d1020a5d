import { primaryLanguage } from './primary-language.ts';

/** How running text of a language becomes terms. */
export type LanguageRule = {
  /** Letters kept of a word, so that its forms meet; null: the whole word. */
  readonly letters: number | null;
  /** Scripts without spaces between words are read as pairs of neighbouring characters. */
  readonly unit: 'word' | 'character-pair';
  /** What is taken off the front of a word that stays long enough: articles and clitics. */
  readonly prefix: RegExp | null;
};

const whole: LanguageRule = { letters: null, unit: 'word', prefix: null };
const five: LanguageRule = { letters: 5, unit: 'word', prefix: null };
const four: LanguageRule = { letters: 4, unit: 'word', prefix: null };
/** Conjunctions, prepositions and the article before at least three more letters. */
const arabic: LanguageRule = {
  letters: 4,
  unit: 'word',
  prefix: /^[وف]?[بكل]?(?:ال|لل)?(?=.{3})/u,
};
const pairs: LanguageRule = { letters: null, unit: 'character-pair', prefix: null };

const rules: Record<string, LanguageRule> = {
  ar: arabic,
  fa: four,
  ur: four,
  ps: four,
  ku: five,
  hi: four,
  bn: four,
  mr: four,
  ne: four,
  gu: four,
  pa: four,
  ta: four,
  te: four,
  kn: four,
  ml: four,
  si: four,
  vi: whole,
  zh: pairs,
  ja: pairs,
};

/**
 * The rule of a language: words cut to five letters; four in Arabic script, after the article, and in
 * Indic scripts; whole words in Vietnamese; character pairs in Chinese and Japanese.
 *
 * @param language BCP 47 tag; its first part counts, and an unknown one is cut to five letters
 *
 * @returns how its running text becomes terms
 * @remarks Missing data: an empty tag is cut to five letters.
 * @throws never.
 * @see measured on parallel sentences of 20 languages: cutting does as well as Snowball stemmers where
 *   there are any, and serves the languages that have none
 */
export function languageRule(language: string): LanguageRule {
  return rules[primaryLanguage(language)] ?? five;
}
