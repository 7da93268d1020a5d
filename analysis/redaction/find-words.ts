import { foldText } from './fold-text.ts';
import type { IdentifierKind, IdentifierSpan } from './identifier-span.ts';
import { matchFolded } from './match-folded.ts';

/**
 * Every place where words stand in a text, whatever their case, diacritics and spacing; also inside longer
 * words, for who asks for them sees what is found.
 *
 * @param text as it was written
 * @param words what to look for
 * @param kind of the spans
 * @returns spans in order; [] where the words do not stand there or hold no letter and no figure
 */
export function findWords(text: string, words: string, kind: IdentifierKind): IdentifierSpan[] {
  const wanted = foldText(words).text.trim();
  if (!/[\p{L}\p{N}]/u.test(wanted)) return [];
  const pattern = wanted
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('\\s+');
  return matchFolded(foldText(text), new RegExp(pattern, 'gu'), kind);
}
