import type { IdentifierKind, IdentifierSpan } from './identifier-span.ts';
import { mergeSpans } from './merge-spans.ts';

/**
 * The text with each span replaced by a word for what stood there; nothing outside the spans changes.
 *
 * @param text as it was written
 * @param spans in any order; parts outside the text are ignored
 * @param words for each kind, in the language of the text
 * @returns the text others may read
 */
export function redact(
  text: string,
  spans: readonly IdentifierSpan[],
  words: Readonly<Record<IdentifierKind, string>>,
): string {
  let at = 0;
  let redacted = '';
  for (const { start, end, kind } of mergeSpans(spans)) {
    if (start < 0 || end > text.length) continue;
    redacted += text.slice(at, start) + words[kind];
    at = end;
  }
  return redacted + text.slice(at);
}
