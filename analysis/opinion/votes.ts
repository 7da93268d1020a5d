/** What participants said of statements. */
export type Votes = {
  /** Identifiers, none twice. */
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** n × m, row-major; rows participants, columns statements: 1 agree, −1 disagree, 0 pass, unseen is NaN. */
  readonly values: Float64Array;
  /** Why somebody passed, where that was asked; row and column of the vote. */
  readonly passReasons?: readonly {
    readonly participant: number;
    readonly statement: number;
    readonly reason: string;
  }[];
};
