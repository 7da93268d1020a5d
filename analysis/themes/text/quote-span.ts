import { splitTerms } from './split-terms.ts';

export type Span = { readonly start: number; readonly end: number };

const mostWords = 60;

const wordsIn = (text: string, language: string) =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike === true,
  );

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}

/**
 * Which words of a text to quote: all of a short one; of a long one the neighbouring sentences, up to 60 words, that
 * hold most of what their theme is about.
 *
 * arg max over runs of sentences of at most 60 words of the terms in focus.
 *
 * @param text as written
 * @param language BCP 47 tag.
 * @param focus stems of the theme's phrases.
 * @returns where the words stand, so that they are quoted verbatim; the first of equally good ones.
 * @remarks Missing data: an empty text has an empty span; without focus the beginning is quoted.
 * @throws never.
 * @see sentences by Unicode Standard Annex 29 (`Intl.Segmenter`), https://www.unicode.org/reports/tr29/
 */
export function quoteSpan(text: string, language: string, focus: ReadonlySet<string>): Span {
  const all = wordsIn(text, language);
  if (all.length <= mostWords) return trimmed(text, { start: 0, end: text.length });
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  const about = splitTerms(text, language).filter(({ stem }) => focus.has(stem));
  const within = (list: readonly { start: number }[], { start, end }: Span) =>
    list.filter((one) => one.start >= start && one.start < end).length;
  const places = all.map(({ index, segment }) => ({ start: index, end: index + segment.length }));
  const windows = sentences.flatMap(({ index: start }, from) =>
    sentences.slice(from).map(({ index, segment }) => ({ start, end: index + segment.length })),
  );
  const fitting = windows.filter((window) => within(places, window) <= mostWords);
  if (fitting.length === 0) {
    // One sentence without end: its beginning.
    return { start: places[0]?.start ?? 0, end: places[mostWords - 1]?.end ?? text.length };
  }
  const best = fitting.reduce((chosen, window) =>
    within(about, window) > within(about, chosen) ? window : chosen,
  );
  return trimmed(text, best);
}
