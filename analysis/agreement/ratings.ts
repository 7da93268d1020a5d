/** What m raters said of n units. */
export interface Ratings {
  readonly raters: readonly string[];
  readonly n: number;
  /** In their order, lowest first. */
  readonly categories: readonly string[];
  /** The categories as numbers; undefined where one is a word. */
  readonly values: Float64Array | undefined;
  /** n × m, row-major: index of the category, −1 missing. */
  readonly codes: Int32Array;
}
