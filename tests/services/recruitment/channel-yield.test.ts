import { describe, expect, it } from 'vitest';
import { channelYield, type ChannelCount } from '#app/services/recruitment/channel-yield.ts';
import type { PanelMemberState } from '#db/schema/panel-member.ts';

const states = { active: 'active', left: 'left', others: 'candidate' } as const;

function counts(table: Record<string, [active: number, left: number, others: number]>) {
  return Object.entries(table).flatMap(([channelId, row]): ChannelCount[] =>
    Object.values(states).map((state: PanelMemberState, index) => ({
      ...{ channelId, state, people: row[index] ?? 0 },
    })),
  );
}

describe('what channels yield', () => {
  it('is shown where enough people came', () => {
    const yields = channelYield(['a', 'b'], counts({ a: [12, 6, 7], b: [9, 8, 5] }), 5);
    expect(yields.get('a')).toEqual({ joined: 25, active: 12, left: 6 });
    expect(yields.get('b')).toEqual({ joined: 22, active: 9, left: 8 });
  });

  it('is zero of a channel by which nobody came', () => {
    const yields = channelYield(['a', 'b'], counts({ a: [9, 9, 9] }), 5);
    expect(yields.get('b')).toEqual({ joined: 0, active: 0, left: 0 });
  });

  it('gives no number below the minimum, and none by which such a one can be worked out', () => {
    const table = { a: [12, 2, 9], b: [12, 8, 5], c: [7, 6, 8] } as const;
    const yields = channelYield(['a', 'b', 'c'], counts({ ...table } as never), 5);
    expect(yields.get('a')).toEqual({ joined: 23, active: null, left: null });
    // Of a alone the two who left would be all who left less those of b and c.
    expect(yields.get('c')).toEqual({ joined: 21, active: null, left: null });
    expect(yields.get('b')).toEqual({ joined: 25, active: 12, left: 8 });
  });

  it('leaves nothing below the minimum to be worked out from totals', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const value = (index: number) => (seed * 7919 + index * 104_729) % 11;
      const ids = ['a', 'b', 'c', 'd'];
      const table = Object.fromEntries(
        ids.map((id, row) => [id, [value(row * 3), value(row * 3 + 1), value(row * 3 + 2)]]),
      ) as Record<string, [number, number, number]>;
      const yields = channelYield(ids, counts(table), 5);
      for (const id of ids) {
        const { joined, active, left } = yields.get(id) ?? { joined: 0, active: 0, left: 0 };
        for (const n of [active, left]) expect(n === null || n === 0 || n >= 5).toBe(true);
        if (joined === null || active === null || left === null) continue;
        const others = joined - active - left;
        expect(others === 0 || others >= 5).toBe(true);
      }
      const hidden = ids.filter((id) => yields.get(id)?.left === null);
      if (hidden.length === ids.length) continue;
      for (const part of [0, 1, 2]) {
        const rest = hidden.reduce((sum, id) => sum + (table[id]?.[part] ?? 0), 0);
        expect(rest === 0 || rest >= 5).toBe(true);
      }
      expect(hidden).not.toHaveLength(1);
    }
  });

  it('hides the only small channel together with another one', () => {
    const yields = channelYield(
      ['a', 'b', 'c'],
      counts({ a: [3, 0, 0], b: [9, 0, 0], c: [20, 0, 0] }),
      5,
    );
    expect(yields.get('a')?.joined).toBeNull();
    expect(yields.get('b')?.joined).toBeNull();
    expect(yields.get('c')?.joined).toBe(20);
  });
});
