export interface CarelessCutoffs {
  /** Flag a longest run of at least so many equal answers; default: all items. */
  readonly longestRun?: number | undefined;
  /** Flag a variability below this; default: none (0 is already a run through all items). */
  readonly variability?: number | undefined;
  /** Flag p of the Mahalanobis distance below this; default .001. */
  readonly mahalanobisP?: number | undefined;
  /** Flag a person-total correlation below this; default 0. */
  readonly personTotal?: number | undefined;
  /** Flag an even-odd inconsistency above this; default 0. */
  readonly evenOdd?: number | undefined;
  /** Flag a correlation over synonyms below this; default 0. */
  readonly synonyms?: number | undefined;
  /** Flag a correlation over antonyms above this; default 0. */
  readonly antonyms?: number | undefined;
}

export type CarelessIndex = keyof CarelessCutoffs;

export interface CarelessFlag {
  readonly index: CarelessIndex;
  readonly rule: 'at-least' | 'above' | 'below';
  readonly cutoff: number;
  readonly flagged: number;
}

export interface CarelessFlags {
  readonly flags: readonly CarelessFlag[];
  /** Respondents by the number of indices that flag them. */
  readonly flagsPerRespondent: Int32Array;
}

/** By default correlations are flagged for a sign that no attentive respondent's answers have. */
const rules: readonly (readonly [CarelessIndex, CarelessFlag['rule'], number | undefined])[] = [
  ['longestRun', 'at-least', undefined],
  ['variability', 'below', undefined],
  ['mahalanobisP', 'below', 0.001],
  ['personTotal', 'below', 0],
  ['evenOdd', 'above', 0],
  ['synonyms', 'below', 0],
  ['antonyms', 'above', 0],
];

/**
 * Which respondents are flagged by which index of careless responding.
 *
 * A flag for each index beyond its cut-off; none is proof, several together are a reason to look.
 *
 * @param values per index n numbers; an index that was not computed is left out.
 * @param n respondents.
 * @param k items, the default cut-off of the longest run.
 * @param cutoffs in place of the defaults.
 * @returns flags by index and by respondent.
 * @remarks Missing data: NaN flags nobody.
 * @throws never.
 * @see Curran, P. G. (2016). Methods for the detection of carelessly invalid responses in survey data. J Exp Soc
 *   Psychol 66, 4–19. https://doi.org/10.1016/j.jesp.2015.07.006 (several hurdles).
 */
export function carelessFlags(
  values: Partial<Record<CarelessIndex, Float64Array>>,
  n: number,
  k: number,
  cutoffs: CarelessCutoffs = {},
): CarelessFlags {
  const flagsPerRespondent = new Int32Array(n);
  const flags = rules.flatMap(([index, rule, usual]): CarelessFlag[] => {
    const cutoff = cutoffs[index] ?? (index === 'longestRun' ? k : usual);
    const own = values[index];
    if (!own || cutoff === undefined) return [];
    let flagged = 0;
    own.forEach((value, row) => {
      const isBeyond =
        rule === 'at-least' ? value >= cutoff : rule === 'above' ? value > cutoff : value < cutoff;
      if (!isBeyond) return;
      flagged += 1;
      flagsPerRespondent[row] = (flagsPerRespondent[row] ?? 0) + 1;
    });
    return [{ index, rule, cutoff, flagged }];
  });
  return { flags, flagsPerRespondent };
}
