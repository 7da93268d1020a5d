/** Respondents who answered the same items, by their number, means and covariances. */
export interface Pattern {
  readonly n: number;
  /** Indexes of the items answered, ascending. */
  readonly observed: Int32Array;
  /** Of the items answered. */
  readonly mean: Float64Array;
  /** q × q, divisor n. */
  readonly covariance: Float64Array;
  /** n × q answers, row-major. */
  readonly rows: Float64Array;
}
