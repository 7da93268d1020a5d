// Beyond, a table of all whole numbers in between is no longer small.
const LARGEST_RANGE = 4096;

function distinctWhole(
  values: Float64Array,
  from: number,
  step: number,
  low: number,
  high: number,
) {
  const seen = new Uint8Array(high - low + 1);
  for (let cell = from; cell < values.length; cell += step) {
    const value = values[cell]!;
    if (!Number.isNaN(value)) seen[value - low] = 1;
  }
  const scores: number[] = [];
  const codeOf = new Int16Array(seen.length);
  seen.forEach((isSeen, place) => {
    if (isSeen === 1) codeOf[place] = scores.push(low + place) - 1;
  });
  return { scores, codeOf };
}

/**
 * The distinct values of one column, numbered by size.
 *
 * c_r = #{distinct values below x_r}.
 *
 * @param values n × k, row-major; missing is NaN.
 * @param column which of them. @param columns k.
 * @param missing code of a missing value.
 * @param codes n × k; the column is written.
 * @returns the values that occur, ascending: the one with code c is at place c.
 * @remarks Missing data: `missing`. No values: an empty list.
 * @throws never.
 * @see Knuth, D. E. (1998). The Art of Computer Programming 3 (2nd ed.), 5.2 (distribution counting).
 */
export function codeValues(
  values: Float64Array,
  column: number,
  columns: number,
  missing: number,
  codes: Int16Array,
): number[] {
  let [low, high, isWhole] = [Infinity, -Infinity, true];
  for (let cell = column; cell < values.length; cell += columns) {
    const value = values[cell]!;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value !== Math.floor(value) && !Number.isNaN(value)) isWhole = false;
  }
  if (isWhole && high >= low && high - low < LARGEST_RANGE) {
    const { scores, codeOf } = distinctWhole(values, column, columns, low, high);
    for (let cell = column; cell < values.length; cell += columns) {
      const value = values[cell]!;
      codes[cell] = Number.isNaN(value) ? missing : codeOf[value - low]!;
    }
    return scores;
  }
  const seen = new Set<number>();
  for (let cell = column; cell < values.length; cell += columns) {
    if (!Number.isNaN(values[cell]!)) seen.add(values[cell]!);
  }
  const scores = [...seen].sort((a, b) => a - b);
  const codeOf = new Map(scores.map((score, code) => [score, code]));
  for (let cell = column; cell < values.length; cell += columns) {
    codes[cell] = codeOf.get(values[cell]!) ?? missing;
  }
  return scores;
}
