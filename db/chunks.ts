/** Rows a statement takes at once: Postgres counts at most 65,535 values. */
const chunkSize = 1000;

export function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += chunkSize) {
    yield rows.slice(start, start + chunkSize);
  }
}
