import type { ReadinessDimension } from '#analysis/report/readiness-input.ts';
import { joiningRows } from '#analysis/suppression/joining-rows.ts';
import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';
import type { HasId } from './id-set.ts';
import type { Level } from './specification.ts';

export type ReleasableRows = {
  n: number;
  /** Four words a row. */
  ids: Uint32Array;
  dimensions: readonly ReadinessDimension[];
};

export type PreviousRelease = {
  has: HasId;
  /** Per dimension, the levels that were ever shown. */
  shown: readonly ReadonlySet<Level>[];
};

export type Kept = {
  /** Levels whose new answers count in the total alone. */
  levels: Level[];
  /** Levels never shown before stay so: together they gained too few to tell them apart now. */
  staysHidden: boolean;
};

export type Release = {
  /** One per row, 1 or 0. */
  included: Uint8Array;
  waiting: number;
  /** Per dimension. */
  kept: Kept[];
};

/** Levels as groups whose differences can be told: each that was shown, and all others as the last. */
function groupsOf({ levels, index }: ReadinessDimension, rows: Int32Array, shown: Set<Level>) {
  const all: Level[] = [...levels, null];
  const shownLevels = all.filter((level) => shown.has(level));
  const groupOf = Int32Array.from(all, (level) => {
    const group = shownLevels.indexOf(level);
    return group < 0 ? shownLevels.length : group;
  });
  const groups = Int32Array.from(rows, (row) => {
    const level = index[row] ?? -1;
    return groupOf[level < 0 ? levels.length : level] ?? shownLevels.length;
  });
  return { shownLevels, levels: shownLevels.length + 1, index: groups };
}

type Groups = ReturnType<typeof groupsOf>;

function keptLevels({ shownLevels, levels, index }: Groups, k: number): Kept {
  const sizes = Array.from({ length: levels }, () => 0);
  for (const group of index) sizes[group] = (sizes[group] ?? 0) + 1;
  const gained = sizes.flatMap((n, group) => (n > 0 ? [{ n, group }] : []));
  const releases = suppressGroups({ groups: gained, minimumCellSize: k, totalShown: true });
  const withheld = gained.filter((_, place) => releases[place]?.shown === false);
  return {
    levels: withheld.flatMap(({ group }) => shownLevels.slice(group, group + 1)),
    staysHidden: withheld.some(({ group }) => group === levels - 1),
  };
}

function addedRows({ n, ids }: ReleasableRows, has: HasId): Int32Array {
  const rows = new Int32Array(n);
  let added = 0;
  for (let row = 0; row < n; row += 1) if (!has(ids, row * 4)) rows[added++] = row;
  return rows.subarray(0, added);
}

/**
 * Which responses the next result may count, given what the last one showed: the difference between
 * the two must not be about fewer than `k` people in any group that is shown both times. While a
 * wave is open, answers wait for company; when it has closed all are counted, and groups that gained
 * too few keep the figures they had.
 */
export function chooseReleased(
  rows: ReleasableRows,
  previous: PreviousRelease | null,
  { minimumCellSize: k, isClosed }: { minimumCellSize: number; isClosed: boolean },
): Release {
  const { n, dimensions } = rows;
  const none = dimensions.map((): Kept => ({ levels: [], staysHidden: false }));
  const included = new Uint8Array(n).fill(1);
  if (!previous) return { included, waiting: 0, kept: none };
  const added = addedRows(rows, previous.has);
  const groups = dimensions.map((dimension, place) =>
    groupsOf(dimension, added, new Set(previous.shown[place])),
  );
  if (isClosed && added.length >= k) {
    return { included, waiting: 0, kept: groups.map((own) => keptLevels(own, k)) };
  }
  const joins = joiningRows(groups, added.length, k);
  let waiting = 0;
  added.forEach((row, place) => {
    if (joins[place] === 1) return;
    included[row] = 0;
    waiting += 1;
  });
  return { included, waiting, kept: none };
}
