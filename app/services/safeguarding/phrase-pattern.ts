import { foldText } from '#analysis/redaction/fold-text.ts';

const han = /\p{Script=Han}/u;

/** Text as phrases are compared: folded, one space between words, no marks between them. */
export function phraseText(text: string): string {
  return foldText(text)
    .text.replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .replaceAll("'", '')
    .trim();
}

/**
 * A phrase as a pattern: whole words in order; `*` at a word's end stands for any ending, `_` for up to two
 * words. Chinese phrases are found anywhere, for words have no spaces between them.
 */
export function phrasePattern(phrase: string): RegExp {
  const words = phrase.split(' ').map((word) => {
    if (word === '_') return null;
    const stem = phraseText(word.replace(/\*$/u, ''));
    return word.endsWith('*') ? `${stem}\\p{L}*` : stem;
  });
  if (han.test(phrase)) return new RegExp(words.join(' ?'), 'u');
  const source = words.reduce<string>((made, word, index) => {
    if (word === null) return `${made}(?: \\S+){0,2}`;
    return index === 0 ? word : `${made} ${word}`;
  }, '');
  return new RegExp(`(?<!\\p{L})${source}(?!\\p{L})`, 'u');
}
