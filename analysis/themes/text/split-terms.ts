import type { LanguageRule } from './language-rule.ts';
import { languageRule } from './language-rule.ts';
import { stopWords } from './stop-words.ts';

/** A word as it is counted, and where it stands in the text. */
export type Term = {
  readonly stem: string;
  /** As written, in lower case: what people are shown. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
};

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** Letters with their marks: without \p{M} the vowel signs of Indic scripts are lost. */
const hasLetter = /\p{L}/u;
const wordOf = (segment: string) => segment.normalize('NFKC').toLowerCase();
const diacritics = /[\u064b-\u0652\u0670\u0640]/gu;

function stemOf(surface: string, { letters, prefix }: LanguageRule): string {
  const bare = surface.replace(diacritics, '').replace(/['’]/gu, '');
  const word = prefix ? bare.replace(prefix, '') : bare;
  return letters === null ? word : Array.from(word).slice(0, letters).join('');
}

function characterPairs(text: string): Term[] {
  const terms: Term[] = [];
  for (const { index, 0: run } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const characters = Array.from(run);
    let start = index;
    for (const [at, character] of characters.entries()) {
      const next = characters[at + 1];
      const end = start + character.length;
      if (next !== undefined) {
        const surface = wordOf(character + next);
        terms.push({ stem: surface, surface, start, end: end + next.length });
      } else if (characters.length === 1) {
        terms.push({ stem: wordOf(character), surface: wordOf(character), start, end });
      }
      start = end;
    }
  }
  return terms;
}

/**
 * Splits a text into terms of its declared language, with stop words left out.
 *
 * stem = the first letters of the word after its article, as many as the language's rule says.
 *
 * @param text as written; positions refer to it
 * @param language BCP 47 tag the author wrote in; it is declared, never guessed
 * @returns terms in their order; none for a text without letters
 * @remarks Missing data: an empty text has none. Words of one letter are left out, single characters of Chinese and
 *   Japanese are not.
 * @throws never.
 * @see words by Unicode Standard Annex 29 (`Intl.Segmenter`), https://www.unicode.org/reports/tr29/; endings by
 *   `languageRule`
 */
export function splitTerms(text: string, language: string): Term[] {
  const rule = languageRule(language);
  const stops = stopWords(language);
  if (rule.unit === 'character-pair') {
    return characterPairs(text).filter(({ surface }) => !stops.has(surface));
  }
  const terms: Term[] = [];
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(text)) {
    if (isWordLike !== true || !hasLetter.test(segment)) continue;
    const surface = wordOf(segment);
    if (stops.has(surface)) continue;
    const stem = stemOf(surface, rule);
    if (stem.length < 2) continue;
    terms.push({ stem, surface, start: index, end: index + segment.length });
  }
  return terms;
}
