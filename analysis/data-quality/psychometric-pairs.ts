import { correlateLists } from '../numeric/answers/correlate-lists.ts';
import { pairwiseCorrelation } from '../correlations/pairwise-correlation.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

export interface PsychometricPair {
  readonly items: readonly [string, string];
  readonly r: number;
}

export interface PairConsistency {
  readonly pairs: readonly PsychometricPair[];
  /** One per respondent; NaN where it is undefined. */
  readonly values: Float64Array;
}

/** Fewer pairs than this give a correlation of ±1 or none. */
const FEWEST_PAIRS = 3;

/**
 * Psychometric synonyms and antonyms: whether a respondent answers alike what goes together in the sample.
 *
 * Pairs with r_ij > c (synonyms) or r_ij < −c (antonyms) over the respondents; then, within each respondent, the
 * correlation of the first with the second items of these pairs.
 *
 * @param matrix n × k answers as given (reverse-keyed ones are antonyms); missing is NaN.
 * @param critical c in [0, 1).
 * @returns pairs, and for each respondent a number in [−1, 1]: careless when near 0 or of the wrong sign. NaN below
 *   three answered pairs, or where a respondent's answers to them do not vary.
 * @remarks Missing data: pairwise. Unlike careless, pairs are never turned round at random to avoid an undefined value.
 * @throws never.
 * @see Meade, A. W., Craig, S. B. (2012). Psychol Methods 17, 437–455. https://doi.org/10.1037/a0028085; Goldberg, L.
 *   R., Kilkowski, J. M. (1985). https://doi.org/10.1037/0022-3514.48.1.82. Reference values: R 4.2.2 `cor`.
 */
export function psychometricPairs(
  matrix: ItemMatrix,
  critical: number,
): { readonly synonyms: PairConsistency; readonly antonyms: PairConsistency } {
  const { names, n, values } = matrix;
  const k = names.length;
  const { correlations } = pairwiseCorrelation(matrix);
  const all = names.flatMap((name, i) =>
    names
      .slice(0, i)
      .map((other, j) => ({ i, j, items: [other, name] as const, r: correlations.get(i, j) })),
  );
  const consistency = (chosen: typeof all): PairConsistency => {
    const firsts = new Float64Array(chosen.length);
    const seconds = new Float64Array(chosen.length);
    return {
      pairs: chosen.map(({ items, r }) => ({ items, r })),
      values: Float64Array.from({ length: n }, (_, row) => {
        chosen.forEach(({ i, j }, pair) => {
          firsts[pair] = values[row * k + i] ?? NaN;
          seconds[pair] = values[row * k + j] ?? NaN;
        });
        return correlateLists(firsts, seconds, FEWEST_PAIRS);
      }),
    };
  };
  return {
    synonyms: consistency(all.filter(({ r }) => r > critical)),
    antonyms: consistency(all.filter(({ r }) => r < -critical)),
  };
}
