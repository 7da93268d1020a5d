import { ShapeError } from '../errors.ts';
import type { GroupRelease } from '../suppression/release.ts';
import { suppressDimensions } from '../suppression/suppress-dimensions.ts';
import type { ReadinessDimension } from './readiness-input.ts';

export interface PreparedDimension {
  readonly id: string;
  /** The declared levels, then null for "not stated" where it occurs. */
  readonly levels: readonly (string | null)[];
  /** One per row, index into `levels`. */
  readonly index: Int32Array;
  readonly releases: readonly GroupRelease[];
}

function indexRows(dimension: ReadinessDimension, n: number): Int32Array {
  const { id, levels, index } = dimension;
  if (index.length !== n) throw new ShapeError('dimension-rows', { id, rows: index.length, n });
  const found = new Int32Array(n);
  for (let row = 0; row < n; row += 1) {
    const level = index[row] ?? -1;
    if (level >= levels.length) throw new ShapeError('dimension-level', { id, row });
    found[row] = level < 0 ? levels.length : level;
  }
  return found;
}

/**
 * Turns declared dimensions into groups of rows with what may be said about each.
 *
 * "Not stated" becomes a level of its own: left out, it would be the difference between the total and
 * the levels. Suppression as in `suppressDimensions`, over all dimensions together.
 *
 * @param dimensions declared levels with one index per row, negative for not stated.
 * @param n number of rows.
 * @param k minimum cell size.
 * @returns one prepared dimension each, in the order given.
 * @remarks Missing data: negative indexes. No dimension gives an empty list.
 * @throws ShapeError 'dimension-rows', 'dimension-level'; DomainError 'minimum-cell-size'.
 * @see This room's README, "Suppression". No reference program.
 */
export function prepareDimensions(
  dimensions: readonly ReadinessDimension[],
  n: number,
  k: number,
): PreparedDimension[] {
  const grouped = dimensions.map((dimension) => {
    const index = indexRows(dimension, n);
    const isStated = !index.includes(dimension.levels.length);
    const levels = isStated ? [...dimension.levels] : [...dimension.levels, null];
    return { id: dimension.id, levels, index };
  });
  const releases = suppressDimensions(
    grouped.map(({ levels, index }) => ({ levels: levels.length, index })),
    k,
  );
  return grouped.map((dimension, d) => ({ ...dimension, releases: releases[d] ?? [] }));
}
