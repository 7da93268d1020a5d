export type Span = { start: number; end: number };

/** Sentences of a text as spans of its UTF-16 units, without the space around them. */
export function splitSentences(text: string, language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const words = segment.trim();
    if (words === '') return [];
    const start = index + segment.indexOf(words);
    return [{ start, end: start + words.length }];
  });
}
