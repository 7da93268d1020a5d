import type { CollectedDimension, CollectedResponses } from './collect-responses.server.ts';

function rowsIncluded(included: Uint8Array): Int32Array {
  let n = 0;
  const rows = new Int32Array(included.length);
  for (let row = 0; row < included.length; row += 1) if (included[row] === 1) rows[n++] = row;
  return rows.subarray(0, n);
}

/** Copies the rows, each `width` elements wide; `to` has room for them. */
function gather(
  from: Int16Array | Uint32Array,
  rows: Int32Array,
  width: number,
  to: Int16Array | Uint32Array,
): void {
  for (let index = 0, place = 0; index < rows.length; index += 1) {
    const start = (rows[index] ?? 0) * width;
    for (let at = start; at < start + width; at += 1) to[place++] = from[at] ?? 0;
  }
}

/** Without levels that nobody declared and none of the rows has: they are nobody's business. */
function withoutUnusedLevels(dimension: CollectedDimension): CollectedDimension {
  const { levels, index, declared } = dimension;
  const isUsed = new Uint8Array(levels.length).fill(1, 0, declared);
  for (const level of index) if (level >= 0) isUsed[level] = 1;
  if (isUsed.every((used) => used === 1)) return dimension;
  const numbers = new Int16Array(levels.length);
  const used = levels.filter((_, level) => isUsed[level] === 1);
  levels.forEach((level, number) => (numbers[number] = used.indexOf(level)));
  return {
    ...dimension,
    levels: used,
    index: index.map((level) => (level < 0 ? level : (numbers[level] ?? -1))),
  };
}

/** The rows for which `included` is 1, in their order; all of them are the same arrays, not copies. */
export function pickResponses(all: CollectedResponses, included: Uint8Array): CollectedResponses {
  const rows = rowsIncluded(included);
  const n = rows.length;
  if (n === all.n) return all;
  const pick = (from: Int16Array, width = 1): Int16Array => {
    const to = new Int16Array(n * width);
    gather(from, rows, width, to);
    return to;
  };
  const ids = new Uint32Array(n * 4);
  gather(all.ids, rows, 4, ids);
  return {
    n,
    ids,
    waves: pick(all.waves),
    linkKeys: all.linkKeys.filter((_, row) => included[row] === 1),
    dimensions: all.dimensions.map((dimension) =>
      withoutUnusedLevels({ ...dimension, index: pick(dimension.index) }),
    ),
    codes: pick(all.codes, all.n === 0 ? 0 : all.codes.length / all.n),
  };
}
