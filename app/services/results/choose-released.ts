import { selectReleasable } from '#analysis/suppression/releasable-rows.ts';
import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';
import type { Level } from './specification.ts';

export type ReleasableRow = { id: string; levels: readonly Level[] };

export type PreviousRelease = {
  ids: ReadonlySet<string>;
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
  /** One per row. */
  included: readonly boolean[];
  waiting: number;
  /** Per dimension. */
  kept: Kept[];
};

const hidden = 'hidden';

/** Levels that were not shown before cannot be told apart in a difference: they are one group. */
function groupOf(level: Level, shown: ReadonlySet<Level> | undefined): string {
  return shown?.has(level) ? `shown/${level ?? ''}/${level === null}` : hidden;
}

function keptLevels(
  rows: readonly ReleasableRow[],
  previous: PreviousRelease,
  dimension: number,
  k: number,
): Kept {
  const shown = previous.shown[dimension];
  const sizes = new Map<string, { level: Level; n: number }>();
  for (const { levels } of rows) {
    const level = levels[dimension] ?? null;
    const group = groupOf(level, shown);
    sizes.set(group, { level, n: (sizes.get(group)?.n ?? 0) + 1 });
  }
  const groups = [...sizes.entries()];
  const releases = suppressGroups({
    groups: groups.map(([, { n }]) => ({ n })),
    minimumCellSize: k,
    totalShown: true,
  });
  const withheld = groups.filter((_, index) => releases[index]?.shown === false);
  return {
    levels: withheld.flatMap(([group, { level }]) => (group === hidden ? [] : [level])),
    staysHidden: withheld.some(([group]) => group === hidden),
  };
}

/**
 * Which responses the next result may count, given what the last one showed: the difference between
 * the two must not be about fewer than `k` people in any group that is shown both times. While a
 * wave is open, answers wait for company; when it has closed all are counted, and groups that gained
 * too few keep the figures they had.
 */
export function chooseReleased(
  rows: readonly ReleasableRow[],
  previous: PreviousRelease | null,
  { minimumCellSize: k, isClosed }: { minimumCellSize: number; isClosed: boolean },
): Release {
  const dimensions = rows[0]?.levels.length ?? 0;
  const none = Array.from({ length: dimensions }, (): Kept => ({ levels: [], staysHidden: false }));
  if (!previous) return { included: rows.map(() => true), waiting: 0, kept: none };
  const added = rows.flatMap((row, index) => (previous.ids.has(row.id) ? [] : [{ row, index }]));
  if (isClosed && added.length >= k) {
    const newRows = added.map(({ row }) => row);
    const kept = none.map((_, dimension) => keptLevels(newRows, previous, dimension, k));
    return { included: rows.map(() => true), waiting: 0, kept };
  }
  const pending = added.map(({ row }) => ({
    groups: row.levels.map((level, dimension) => groupOf(level, previous.shown[dimension])),
  }));
  const joining = new Set(selectReleasable(pending, k).map((index) => added[index]?.index));
  return {
    included: rows.map((row, index) => previous.ids.has(row.id) || joining.has(index)),
    waiting: added.length - joining.size,
    kept: none,
  };
}
