import { codePoints, error, warning, type TextFinding } from './findings.ts';
import { writingSystemOf, type WritingSystem } from './scripts.ts';

const latinLetter = /\p{Script=Latin}/u;
const isShared = /[\p{Script=Common}\p{Script=Inherited}]/u;

function lettersOf(text: string): string[] {
  return Array.from(text).filter((character) => /\p{L}/u.test(character));
}

/** Runs of letters and marks; a hyphen or an apostrophe ends one, so "AI-системы" is two words. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

function foreignLetters(letters: readonly string[], { letter, script }: WritingSystem): string[] {
  return letters.filter((character) => {
    if (letter.test(character) || isShared.test(character)) return false;
    // Names and abbreviations stay Latin in every script.
    return script === 'Latn' || !latinLetter.test(character);
  });
}

function mixedWords(text: string, { letter, script, isUnspaced }: WritingSystem): string[] {
  if (script === 'Latn' || isUnspaced) return [];
  return wordsOf(text).filter((word) => letter.test(word) && latinLetter.test(word));
}

const kazakhOnly = /[әғқңөұүһі]/iu;

/** Kazakh and Russian share a script: only the letters tell which of the two a text is. */
function lintCyrillicLetters(tag: string, text: string): TextFinding[] {
  const language = new Intl.Locale(tag).language;
  if (language === 'ru' && kazakhOnly.test(text)) {
    const found = Array.from(text).filter((character) => kazakhOnly.test(character));
    return [error('foreign-letter', { found: codePoints(found) })];
  }
  const isLong = wordsOf(text).length >= 5;
  return language === 'kk' && isLong && !kazakhOnly.test(text) ? [warning('another-language')] : [];
}

/** Letters of a script the language is not written in, words of two scripts, the wrong script throughout. */
export function lintScript(tag: string, text: string): TextFinding[] {
  const system = writingSystemOf(tag);
  const letters = lettersOf(text);
  const foreign = foreignLetters(letters, system);
  const mixed = mixedWords(text, system);
  const hasOwn = letters.some((character) => system.letter.test(character));
  return [
    ...(letters.length > 0 && !hasOwn ? [error('script-missing', { script: system.script })] : []),
    ...(foreign.length > 0 ? [error('foreign-script', { found: codePoints(foreign) })] : []),
    ...mixed.slice(0, 3).map((word) => error('mixed-script-word', { word: word.slice(0, 40) })),
    ...(system.script === 'Cyrl' ? lintCyrillicLetters(tag, text) : []),
  ];
}
