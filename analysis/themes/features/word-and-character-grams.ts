import { beside } from '../../numeric/sparse/beside.ts';
import { sparseMatrix, type SparseMatrix } from '../../numeric/sparse/sparse-matrix.ts';
import { weighTfIdf } from '../../numeric/sparse/weigh-tf-idf.ts';

/** Words and neighbouring pairs of words. */
function wordGrams(stems: readonly string[]): string[] {
  return stems.flatMap((stem, at) => {
    const next = stems[at + 1];
    return next === undefined ? [stem] : [stem, `${stem} ${next}`];
  });
}

/** Runs of three to five characters of a word with the space on both sides. */
function runsOf(word: string): string[] {
  const characters = Array.from(` ${word} `);
  return [3, 4, 5].flatMap((length) =>
    Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, at) =>
      characters.slice(at, at + length).join(''),
    ),
  );
}

/** The runs of all words of texts; a word that comes again is cut once. */
function characterGrams(texts: readonly string[]): string[][] {
  const known = new Map<string, string[]>();
  return texts.map((text) => {
    const plain = text.normalize('NFKC').toLowerCase();
    return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
      const runs = known.get(word) ?? runsOf(word);
      known.set(word, runs);
      return runs;
    });
  });
}

function weighed(rows: readonly (readonly string[])[], fewest: number): SparseMatrix {
  const frequency = new Map<string, number>();
  const counts = rows.map((grams) => {
    const own = new Map<string, number>();
    for (const gram of grams) {
      const before = own.get(gram) ?? 0;
      if (before === 0) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
      own.set(gram, before + 1);
    }
    return own;
  });
  const vocabulary = [...frequency.keys()]
    .filter((gram) => (frequency.get(gram) ?? 0) >= fewest)
    .sort();
  const indexOf = new Map(vocabulary.map((gram, index) => [gram, index]));
  const kept = counts.map((own) => {
    const row = new Map<number, number>();
    for (const [gram, n] of own) {
      const index = indexOf.get(gram);
      if (index !== undefined) row.set(index, n);
    }
    return row;
  });
  const documentFrequency = Float64Array.from(vocabulary, (gram) => frequency.get(gram) ?? 0);
  return weighTfIdf(sparseMatrix(kept, vocabulary.length), documentFrequency, rows.length);
}

/**
 * Texts by the words and by the letters they are made of, without anything learnt from their company.
 *
 * tf-idf of words and neighbouring pairs of words (in two texts or more), and of runs of three to five characters (in
 * three or more).
 *
 * @param texts as written
 * @param stems of each text, in order (`splitTerms`)
 * @returns texts × grams; each of the two parts of a row has length 1, or is empty without such grams
 * @remarks Missing data: an empty text is an empty row.
 * @throws never.
 * @see Joachims, T. (1998). Text categorization with support vector machines. ECML, 137–142.
 *   https://doi.org/10.1007/BFb0026683 (words); Cavnar, W. B., Trenkle, J. M. (1994). N-gram-based text categorization.
 *   SDAIR, 161–175 (characters)
 */
export function wordAndCharacterGrams(
  texts: readonly string[],
  stems: readonly (readonly string[])[],
): SparseMatrix {
  return beside([weighed(stems.map(wordGrams), 2), weighed(characterGrams(texts), 3)]);
}
