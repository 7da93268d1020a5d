/** The legal codes of one item and the score of each. */
export interface ItemSpecification {
  /** Distinct integers ≥ 0, in the order of the options. */
  readonly codes: readonly number[];
  /** Finite, one per code; after reverse-keying where the item is reverse-keyed. */
  readonly scores: readonly number[];
}

/**
 * Sums over respondents from which descriptives, covariances, reliability, polychoric correlations
 * and factor models follow. Tables of disjoint sets of respondents add up to the table of all.
 *
 * The categories of all items are laid end to end: category c of item i is number
 * `firstCategory[i] + c` of m = `firstCategory[k]`.
 */
export interface ItemPairTables {
  readonly items: readonly ItemSpecification[];
  /** k + 1 offsets; the last is m. */
  readonly firstCategory: Int32Array;
  /** Respondents. */
  readonly n: number;
  /** Respondents who answered every item. */
  readonly completeCases: number;
  /** k × 5, row-major: how often each missing reason was given, in the order of `missingReasons`. */
  readonly missing: Float64Array;
  /**
   * m × m, row-major, upper triangle with diagonal: respondents in both categories, among those who
   * answered both items (pairwise). Diagonal: category counts.
   */
  readonly pairs: Float64Array;
  /** The same among complete cases only (listwise). */
  readonly completePairs: Float64Array;
}

/** Which respondents a statistic rests on. */
export type CaseSelection = 'listwise' | 'pairwise';
