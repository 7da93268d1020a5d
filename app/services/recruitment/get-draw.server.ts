import type { Member } from '#db/actor.server.ts';
import { shownCounts } from '../outcomes/shown-counts.ts';
import { countFor } from './count-for.ts';
import { readDraw } from './read-draw.server.ts';

/**
 * A draw as it is published: its seed and quotas, and the smallest and largest chance. Who had which
 * chance only they themselves are told, because people with equal chances said the same of themselves.
 */
export async function getDraw(
  member: Member,
  { panelId, number }: { panelId: string; number: number },
) {
  const { frame, draw, strata, drawn, minimum } = await readDraw(member, { panelId, number });
  const chances = drawn.map(({ probability }) => probability);
  const { seed, seats, quotas, poolHash, reason, drawnAt } = draw;
  const drawnSeats = seats - draw.seated.length;
  const { seePeople: seesPeople } = frame.may;
  // Candidates less those who were drawn are people too; equal chances would say how many they are.
  const [, rest = null] = shownCounts([drawnSeats, drawn.length - drawnSeats], minimum);
  const isShown = seesPeople || rest !== null;
  return {
    ...{ frame, number, seed, quotas, poolHash, reason, drawnAt },
    wholePanel: seats,
    drawnSeats: countFor({ seesPeople, minimum })(drawnSeats),
    strata: strata
      .filter(({ id }) => quotas.some(({ stratumId }) => stratumId === id))
      .map(({ id, question, bands }) => ({ id, question, bands })),
    candidates: isShown ? drawn.length : null,
    selected: frame.may.seePeople
      ? drawn.filter(({ selected }) => selected).map(({ number }) => number)
      : null,
    chances: isShown ? { smallest: Math.min(...chances), largest: Math.max(...chances) } : null,
  };
}
