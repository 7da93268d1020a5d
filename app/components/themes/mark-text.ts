type Marked = { start: number; end: number; codeId: string };

export type Segment = { start: number; words: string; codeIds: string[] };

/** A text cut where a code begins or ends, each part with the codes of its words. */
export function markText(text: string, marks: readonly Marked[]): Segment[] {
  const cuts = [0, text.length, ...marks.flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(cuts)]
    .filter((place) => place >= 0 && place <= text.length)
    .sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const codeIds = marks
      .filter((mark) => mark.start <= start && mark.end >= end)
      .map(({ codeId }) => codeId);
    return { start, words: text.slice(start, end), codeIds: [...new Set(codeIds)] };
  });
}
