import { requireMinimum } from './require-minimum.ts';

export interface PendingLevels {
  /** Number of levels; "not stated" is one of them. */
  readonly levels: number;
  /** One per pending row, 0 … levels − 1. */
  readonly index: Int32Array;
}

/** Rows of each level one after another: those of level g from `starts[g]` to `starts[g + 1]`. */
function rowsByLevel({ levels, index }: PendingLevels) {
  const starts = new Int32Array(levels + 1);
  for (const level of index) starts[level + 1] = (starts[level + 1] ?? 0) + 1;
  for (let level = 0; level < levels; level += 1) {
    starts[level + 1] = (starts[level + 1] ?? 0) + (starts[level] ?? 0);
  }
  const next = starts.slice();
  const rows = new Int32Array(index.length);
  index.forEach((level, row) => {
    const place = next[level] ?? 0;
    rows[place] = row;
    next[level] = place + 1;
  });
  const sizes = Int32Array.from({ length: levels }, (_, level) => {
    return (starts[level + 1] ?? 0) - (starts[level] ?? 0);
  });
  return { index, starts, rows, sizes };
}

/**
 * `selectReleasable` for many rows: the same set from numbered levels, without an object for a row.
 *
 * A level with fewer than k rows loses them all; each level is emptied at most once.
 *
 * @param dimensions the levels of the pending rows, dimension by dimension.
 * @param n number of pending rows.
 * @param k minimum cell size, an integer ≥ 2.
 * @returns one per row: 1 joins, 0 stays pending.
 * @remarks Missing data: "not stated" is a level like any other and must be given as one.
 * @throws DomainError 'minimum-cell-size'.
 * @see `selectReleasable`. Checked by exhaustive search.
 */
export function joiningRows(
  dimensions: readonly PendingLevels[],
  n: number,
  k: number,
): Uint8Array {
  requireMinimum(k);
  const joins = new Uint8Array(n).fill(1);
  let joining = n;
  const grouped = dimensions.map(rowsByLevel);
  const short = grouped.flatMap((dimension) =>
    Array.from(dimension.sizes.keys())
      .filter((level) => (dimension.sizes[level] ?? 0) < k)
      .map((level) => ({ dimension, level })),
  );
  const drop = (row: number): void => {
    joins[row] = 0;
    joining -= 1;
    for (const dimension of grouped) {
      const level = dimension.index[row] ?? 0;
      const size = (dimension.sizes[level] ?? 0) - 1;
      dimension.sizes[level] = size;
      // Queued once, at the moment it falls below k.
      if (size === k - 1) short.push({ dimension, level });
    }
  };
  for (let next = short.pop(); next; next = short.pop()) {
    const { rows, starts } = next.dimension;
    const end = starts[next.level + 1] ?? 0;
    for (let place = starts[next.level] ?? 0; place < end; place += 1) {
      const row = rows[place] ?? 0;
      if (joins[row] === 1) drop(row);
    }
  }
  return joining < k ? joins.fill(0) : joins;
}
