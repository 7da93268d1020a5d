import type { FoldedText } from './fold-text.ts';
import type { IdentifierSpan } from './identifier-span.ts';
import { matchFolded } from './match-folded.ts';

// Chinese is written without spaces: its characters before and after an address are words.
const letter = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])';
const address = new RegExp(
  `(?:${letter}|[._%+-]){1,64}@(?:${letter}|-){1,63}(?:\\.(?:${letter}|-){1,63})*\\.(?!\\p{N})${letter}{2,24}`,
  'gu',
);

/**
 * E-mail addresses: something, @, and a domain with a last part of letters.
 *
 * @param folded the text
 * @returns spans of kind `e-mail`; `@home` and `5 @ 3` are none
 */
export function findEmails(folded: FoldedText): IdentifierSpan[] {
  return matchFolded(folded, address, 'e-mail');
}
