import { beforeAll, expect, it } from 'vitest';
import { getLeftOut } from '#app/services/themes/get-left-out.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { codedRound } from './coded-round.ts';

describeOnDatabases('texts in no theme', () => {
  let facilitator: Member;
  beforeAll(async () => {
    facilitator = await createMember(await createWorkspace(), 'facilitator');
  });

  it('come page by page, each once', async () => {
    const words = Array.from({ length: 53 }, (_, at) => `I waited ${at} hours`);
    const { panelId, codingId } = await codedRound(facilitator, words);
    const page = async (number: number) => {
      const asked = { panelId, codingId, reason: 'uncoded', page: number } as const;
      const { groups } = await getLeftOut(facilitator, asked);
      return groups.find(({ reason }) => reason === 'uncoded');
    };
    const [first, second, beyond] = [await page(1), await page(2), await page(9)];
    expect(first).toMatchObject({ texts: 53, page: 1 });
    expect(first?.shown).toHaveLength(50);
    const seen = [...(first?.shown ?? []), ...(second?.shown ?? [])].map(({ text }) => text);
    expect(seen.sort()).toEqual([...words].sort());
    expect(beyond).toEqual(second);
  });
});
