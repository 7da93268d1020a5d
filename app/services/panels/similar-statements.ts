import type { LocalText } from '#surveys/model/languages.ts';

/** Share of words in common from which on two statements burden people with one question twice. */
const similarFrom = 0.75;

function wordsOf(text: string, language: string): Set<string> {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(
    text.normalize('NFKC').toLocaleLowerCase(language),
  );
  return new Set(
    [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
  );
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Pairs of statements, by place, that say nearly the same in one of their languages. */
export function similarStatements(texts: readonly LocalText[]) {
  return texts.flatMap((text, index) =>
    texts.slice(0, index).flatMap((earlier, at) => {
      const isSimilar = Object.entries(text).some(([language, words]) => {
        const other = (earlier as Record<string, string>)[language];
        if (other === undefined) return false;
        return sharedWords(wordsOf(words, language), wordsOf(other, language)) >= similarFrom;
      });
      return isSimilar ? [{ code: 'similar' as const, first: at + 1, second: index + 1 }] : [];
    }),
  );
}
