import { ShapeError } from '../../errors.ts';
import { seededGenerator } from '../../numeric/seeded-generator.ts';
import { suggestCodes } from './suggest-codes.ts';
import { textGrams } from './text-grams.ts';

export type SuggestionAccuracy = {
  readonly coded: number;
  readonly train: number;
  readonly tested: number;
  readonly codes: number;
  /** Share of the tested texts whose code was suggested first, in [0, 1]. */
  readonly accuracy: number;
  /** Share whose code was among the first three. */
  readonly top3: number;
};

/**
 * How right suggestions are: they are learnt from `train` texts drawn at random and compared with the
 * codes of all others.
 *
 * accuracy = right / tested.
 *
 * @param input texts and the code of each; how many to learn from, and the seed of the draw
 * @returns shares in [0, 1]
 * @remarks Missing data: a text without a code takes no part, but places the others.
 * @throws ShapeError 'too-few-coded' where no more are coded than are learnt from; 'one-code' where there is
 *   nothing to choose between.
 * @see `suggestCodes`
 */
export function measureSuggestions(input: {
  readonly texts: readonly string[];
  readonly codes: readonly string[];
  readonly language: string;
  readonly train: number;
  readonly seed: number;
}): SuggestionAccuracy {
  const { texts, codes, language, train, seed } = input;
  const rows = [...texts.keys()].filter((row) => codes[row] !== '');
  if (rows.length <= train) throw new ShapeError('too-few-coded', { coded: rows.length, train });
  const kinds = new Set(rows.map((row) => codes[row])).size;
  if (kinds < 2) throw new ShapeError('one-code', { codes: kinds });
  const random = seededGenerator(seed);
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] ?? 0, rows[at] ?? 0];
  }
  const grams = textGrams(texts, language);
  const coded = rows.slice(0, train).map((row) => ({ row, code: codes[row] ?? '' }));
  const rest = rows.slice(train);
  const suggestions = suggestCodes(grams, coded, rest);
  const among = (first: number) =>
    rest.filter((row, index) =>
      suggestions[index]?.slice(0, first).some(({ code }) => code === codes[row]),
    ).length / rest.length;
  return {
    ...{
      coded: rows.length,
      train,
      tested: rest.length,
      codes: kinds,
    },
    ...{ accuracy: among(1), top3: among(3) },
  };
}
