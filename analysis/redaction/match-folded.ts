import type { FoldedText } from './fold-text.ts';
import type { IdentifierKind, IdentifierSpan } from './identifier-span.ts';

/**
 * Every match of a pattern in a folded text, as spans of the original.
 *
 * @param folded a text and where its units come from
 * @param pattern with the flags `g` and `u`
 * @param kind of the spans
 * @param accepts decides about a match by its text and place in the folded text; all are accepted without
 * @returns spans in order, each with at least one unit
 */
export function matchFolded(
  folded: FoldedText,
  pattern: RegExp,
  kind: IdentifierKind,
  accepts: (found: string, at: number) => boolean = () => true,
): IdentifierSpan[] {
  const spans: IdentifierSpan[] = [];
  for (const { 0: found, index } of folded.text.matchAll(pattern)) {
    const start = folded.starts[index];
    const end = folded.ends[index + found.length - 1];
    if (start === undefined || end === undefined || !accepts(found, index)) continue;
    spans.push({ start, end, kind });
  }
  return spans;
}
