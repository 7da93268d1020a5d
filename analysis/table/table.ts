/** A column of numbers; missing is NaN. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** A column of words; missing is null. */
export interface TextColumn {
  readonly kind: 'text';
  readonly values: readonly (string | null)[];
}

/** Named columns of n rows each, in the order of the file. */
export interface Table {
  readonly n: number;
  readonly columns: ReadonlyMap<string, NumberColumn | TextColumn>;
}
