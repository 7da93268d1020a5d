import type { FoldedText } from './fold-text.ts';
import type { IdentifierKind, IdentifierSpan } from './identifier-span.ts';

type Accepts = (found: string, at: number) => boolean;

/** The longest run of pieces that is accepted, then what is accepted on either side of it. */
function acceptedRuns(text: string, at: number, accepts: Accepts): [number, number][] {
  const pieces = [...text.matchAll(/[+(]?[\p{L}\p{N}]+/gu)].map(({ 0: piece, index }) => ({
    start: index,
    end: index + piece.length,
  }));
  for (let count = pieces.length; count > 0; count -= 1) {
    for (let first = 0; first + count <= pieces.length; first += 1) {
      const start = pieces[first]?.start ?? 0;
      const end = pieces[first + count - 1]?.end ?? 0;
      if (!accepts(text.slice(start, end), at + start)) continue;
      return [
        ...acceptedRuns(text.slice(0, start), at, accepts),
        [at + start, at + end],
        ...acceptedRuns(text.slice(end), at + end, accepts),
      ];
    }
  }
  return [];
}

/**
 * As `matchFolded`, for what is written in groups: figures of something else may stand right beside it, so of
 * each match the longest runs of whole groups that are accepted are taken.
 *
 * @param folded a text and where its units come from
 * @param pattern with the flags `g` and `u`; finds candidates
 * @param kind of the spans
 * @param accepts decides about a run of groups by its text and place in the folded text
 * @returns spans in order, without overlap
 */
export function matchPieces(
  folded: FoldedText,
  pattern: RegExp,
  kind: IdentifierKind,
  accepts: Accepts,
): IdentifierSpan[] {
  const runs = [...folded.text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    acceptedRuns(found, index, accepts),
  );
  return runs.flatMap(([from, to]) => {
    const start = folded.starts[from];
    const end = folded.ends[to - 1];
    return start === undefined || end === undefined ? [] : [{ start, end, kind }];
  });
}
