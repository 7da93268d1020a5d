import type { Member } from '#db/actor.server.ts';
import { readDraw } from './read-draw.server.ts';

/**
 * A draw as it is published: its seed and quotas, and the smallest and largest chance. Who had which
 * chance only they themselves are told, because people with equal chances said the same of themselves.
 */
export async function getDraw(
  member: Member,
  { panelId, number }: { panelId: string; number: number },
) {
  const { frame, draw, strata, drawn } = await readDraw(member, { panelId, number });
  const chances = drawn.map(({ probability }) => probability);
  const { seed, seats, quotas, poolHash, reason, drawnAt } = draw;
  return {
    ...{ frame, number, seed, quotas, poolHash, reason, drawnAt },
    wholePanel: seats,
    drawnSeats: seats - draw.seated.length,
    strata: strata
      .filter(({ id }) => quotas.some(({ stratumId }) => stratumId === id))
      .map(({ id, question, bands }) => ({ id, question, bands })),
    candidates: drawn.length,
    selected: frame.may.seePeople
      ? drawn.filter(({ selected }) => selected).map(({ number }) => number)
      : null,
    chances: { smallest: Math.min(...chances), largest: Math.max(...chances) },
  };
}
