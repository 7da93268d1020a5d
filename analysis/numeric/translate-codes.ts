export interface CodeTables {
  /** The tables of all columns laid end to end: what code `lowest`, `lowest + 1` … becomes. */
  readonly values: Int16Array;
  /** k + 1 offsets. */
  readonly starts: Int32Array;
  readonly lowest: number;
  /** Marks a code that has no translation. */
  readonly unknown: number;
}

/**
 * Replaces the codes of selected columns by look-up.
 *
 * y_ri = t_i[x_r,c(i) − lowest], row after row, so that each row is read once.
 *
 * @param codes n × width, row-major.
 * @param width columns of `codes`.
 * @param columns the k selected columns.
 * @param tables one table per selected column.
 * @param into n × k, row-major; written.
 * @returns the first cell of `into` whose code has no translation; −1 when there is none.
 * @remarks Missing data: translated as the tables say. No rows write nothing.
 * @throws never; the caller has checked lengths.
 * @see This project's coding of missing reasons, see the room's README. No reference program.
 */
export function translateCodes(
  codes: Int16Array,
  width: number,
  columns: Int32Array,
  tables: CodeTables,
  into: Int16Array,
): number {
  const { values, starts, lowest, unknown } = tables;
  const k = columns.length;
  let cell = 0;
  for (let start = 0; cell < into.length; start += width) {
    for (let item = 0; item < k; item += 1, cell += 1) {
      const first = starts[item]!;
      const place = first + codes[start + columns[item]!]! - lowest;
      if (place < first || place >= starts[item + 1]!) return cell;
      const found = values[place]!;
      if (found === unknown) return cell;
      into[cell] = found;
    }
  }
  return -1;
}
