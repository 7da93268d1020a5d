import { keepColumns } from '../../numeric/sparse/keep-columns.ts';
import { selectRows } from '../../numeric/sparse/select-rows.ts';
import { usedColumns } from '../../numeric/sparse/used-columns.ts';
import {
  fitMultinomialLogistic,
  predictMultinomialLogistic,
} from '../../numeric/sparse/multinomial-logistic.ts';
import type { SparseMatrix } from '../../numeric/sparse/sparse-matrix.ts';

export type Suggestion<Code extends string = string> = {
  readonly code: Code;
  /** In [0, 1]; of all codes 1 together. */
  readonly probability: number;
};

/** How much assignments weigh against the ridge; ours, by the corpora of `tests/bench/themes.ts`. */
const strength = 20;

/**
 * Codes for texts that nobody has coded yet, learnt from those that somebody has.
 *
 * Multinomial logistic regression with a ridge: min ½ |B|² + 20 Σ −log p(code | text). It gives chances of all codes
 * at once, and few coded texts do not make it sure of itself.
 *
 * @param grams of all texts (`textGrams`)
 * @param coded row and code of each assignment; a row with several codes stands once for each
 * @param rows which texts suggestions are wanted for
 * @returns by wanted row all codes, the likeliest first; empty lists before two codes were used
 * @remarks Missing data: a text without any coded text's grams gets the codes by how often they were used.
 * @throws never.
 * @see Hastie, T., Tibshirani, R., Friedman, J. (2009). The elements of statistical learning, 18.3.2.
 *   https://doi.org/10.1007/978-0-387-84858-7; measured in `tests/bench/themes.ts`
 */
export function suggestCodes<Code extends string>(
  grams: SparseMatrix,
  coded: readonly { row: number; code: Code }[],
  rows: readonly number[],
): Suggestion<Code>[][] {
  const codes = [...new Set(coded.map(({ code }) => code))].sort();
  if (codes.length < 2) return rows.map(() => []);
  const indexOf = new Map(codes.map((code, index) => [code, index]));
  const all = selectRows(
    grams,
    coded.map(({ row }) => row),
  );
  // What no coded text holds has coefficients of zero.
  const used = usedColumns(all);
  const x = keepColumns(all, used);
  const y = Int32Array.from(coded, ({ code }) => indexOf.get(code) ?? 0);
  const model = fitMultinomialLogistic(x, y, codes.length, strength);
  const probabilities = predictMultinomialLogistic(
    model,
    keepColumns(selectRows(grams, rows), used),
  );
  return rows.map((_, index) =>
    codes
      .map((code, c) => ({ code, probability: probabilities[index * codes.length + c] ?? 0 }))
      .sort((a, b) => b.probability - a.probability || (a.code < b.code ? -1 : 1)),
  );
}
