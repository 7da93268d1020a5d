import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';
import type { PanelMemberState } from '#db/schema/panel-member.ts';

export type ChannelCount = { channelId: string; state: PanelMemberState; people: number };

/** A number of people; null: fewer than the minimum, or withheld because others could be worked out. */
export type Shown = number | null;
export type ChannelYield = { joined: Shown; active: Shown; left: Shown };

/** active, left, and everybody else: together they are those who joined. */
const parts = ['active', 'left', 'others'] as const;

const partOf = (state: PanelMemberState) =>
  state === 'active' || state === 'left' ? state : ('others' as const);

/** Whether nothing is said of it, or of enough people. */
const isSafe = (n: number, minimum: number) => n === 0 || n >= minimum;

/**
 * How many came by each channel, how many of them take part and how many have left.
 *
 * Numbers below `minimum` are withheld, and as many others as it takes so that neither a channel's
 * total nor a total over channels gives one of them away: the parts of a channel are shown together
 * or not at all, and those withheld are of two channels and of enough people in each part. A channel
 * by which nobody came shows zeros.
 */
export function channelYield(
  channelIds: readonly string[],
  counts: readonly ChannelCount[],
  minimum: number,
): Map<string, ChannelYield> {
  const rows = channelIds.map((id) => {
    const cells = parts.map((part) =>
      counts
        .filter(({ channelId, state }) => channelId === id && partOf(state) === part)
        .reduce((sum, { people }) => sum + people, 0),
    );
    return { id, cells, joined: cells.reduce((sum, n) => sum + n, 0) };
  });
  const used = rows.filter(({ joined }) => joined > 0);
  const isJoinedShown = suppressGroups({
    groups: used.map(({ joined }) => ({ n: joined })),
    minimumCellSize: minimum,
    totalShown: true,
  }).map(({ shown }) => shown);
  const withheld = withheldRows(used, isJoinedShown, minimum);
  return new Map(
    rows.map((row) => {
      const isShown = row.joined === 0 || !withheld.has(row.id);
      const joined = row.joined === 0 || isJoinedShown[used.indexOf(row)] ? row.joined : null;
      const [active = 0, left = 0] = row.cells;
      return [row.id, { joined, active: isShown ? active : null, left: isShown ? left : null }];
    }),
  );
}

type Row = { id: string; cells: readonly number[]; joined: number };

function withheldRows(rows: readonly Row[], isJoinedShown: readonly boolean[], minimum: number) {
  const withheld = new Set(
    rows
      .filter(
        ({ cells }, index) =>
          isJoinedShown[index] !== true || !cells.every((n) => isSafe(n, minimum)),
      )
      .map(({ id }) => id),
  );
  const bySize = [...rows].sort((a, b) => a.joined - b.joined);
  const isProtected = () =>
    withheld.size !== 1 &&
    parts.every((_, part) => {
      const own = rows.filter(({ id }) => withheld.has(id));
      return isSafe(
        own.reduce((sum, { cells }) => sum + (cells[part] ?? 0), 0),
        minimum,
      );
    });
  while (!isProtected()) {
    const next = bySize.find(({ id }) => !withheld.has(id));
    if (!next) break;
    withheld.add(next.id);
  }
  return withheld;
}
