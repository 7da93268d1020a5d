import type { IdentifierKind, IdentifierSpan } from './identifier-span.ts';
import { mergeSpans } from './merge-spans.ts';

export type Redaction = {
  before: readonly IdentifierSpan[];
  after: readonly IdentifierSpan[];
  words: Readonly<Record<IdentifierKind, string>>;
};

type Stretch = { start: number; end: number };

/** By how much the spans that end before a unit make the text longer. */
function growth(spans: readonly IdentifierSpan[], at: number, words: Redaction['words']): number {
  return spans
    .filter(({ end }) => end <= at)
    .reduce((sum, { start, end, kind }) => sum + words[kind].length - (end - start), 0);
}

/** Those of some spans that are not among others. */
const lacking = (some: readonly IdentifierSpan[], others: readonly IdentifierSpan[]) =>
  some.filter(
    ({ start, end, kind }) =>
      !others.some((one) => one.start === start && one.end === end && one.kind === kind),
  );

/** Where a unit of a redacted text stood as it was written: all of what was taken out, for a word in its place. */
function origin(at: number, spans: readonly IdentifierSpan[], words: Redaction['words']): Stretch {
  let shift = 0;
  for (const span of spans) {
    const place = span.start + shift;
    if (at < place) break;
    if (at < place + words[span.kind].length) return span;
    shift += words[span.kind].length - (span.end - span.start);
  }
  return { start: at - shift, end: at - shift + 1 };
}

/**
 * Where a stretch of a redacted text stands once more is taken out of the same original.
 *
 * A unit at u of the original stands at u + Σ (length of the word − length of the span) over the spans before it.
 *
 * @param stretch of the text redacted by `before`, in UTF-16 units, `end` not included, not empty
 * @param redaction `before` and `after`: spans of the original; `words` for each kind, the same for both
 * @returns the same words in the text redacted by `after`; null where they are no longer the same
 * @remarks A stretch that only touches what is taken out keeps its words. One in which something is taken out that
 * was not, or that was as something else, has none.
 * @see Written for this project.
 */
export function carrySpan(stretch: Stretch, { before, after, words }: Redaction): Stretch | null {
  const earlier = mergeSpans(before);
  const later = mergeSpans(after);
  const from = origin(stretch.start, earlier, words);
  const to = origin(stretch.end - 1, earlier, words);
  const isWithin = ({ start, end }: Stretch) => start < to.end && end > from.start;
  const changed = [...lacking(later, earlier), ...lacking(earlier, later)];
  if (changed.some(isWithin)) return null;
  const by = growth(later, from.start, words) - growth(earlier, from.start, words);
  return { start: stretch.start + by, end: stretch.end + by };
}
