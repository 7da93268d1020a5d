import { identifierKinds, type IdentifierSpan } from './identifier-span.ts';

const rank = ({ kind }: IdentifierSpan) => identifierKinds.indexOf(kind);

/**
 * Spans in order and without overlap: those that overlap become one, of the kind that is surest.
 *
 * @param spans in any order
 * @returns disjoint spans by `start` that cover the same units, those that only touch kept apart
 */
export function mergeSpans(spans: readonly IdentifierSpan[]): IdentifierSpan[] {
  const sorted = spans
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const merged: IdentifierSpan[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) {
      merged.push({ ...span });
      continue;
    }
    last.end = Math.max(last.end, span.end);
    if (rank(span) < rank(last)) last.kind = span.kind;
  }
  return merged;
}
