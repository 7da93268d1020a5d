import { expect, it } from 'vitest';
import { fewestShown } from '#app/services/monitoring/series.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import {
  drawMonths,
  everyone,
  fewestBetween,
  lookAt,
  sentBy,
  sentMonth,
  type Drawn,
} from './looks.ts';

const on = (step: number) => new Date(Date.UTC(2026, 0, 1 + step));

/** What stands of a month from a step on, until another where it ended. */
type Stay = { month: number; drawn: Drawn; from: number; until?: number };

/** As somebody sees it who looks after each step: what came later is not there yet, nor that it ended. */
const standingAt = (stays: readonly Stay[], step: number): WatchedRecord[] =>
  stays
    .filter(({ from }) => from <= step)
    .flatMap(({ month, drawn, from, until }) =>
      sentMonth(month, drawn, on(from), until !== undefined && until <= step ? on(until) : null),
    );

const told = ({ shown, rest }: ReturnType<typeof lookAt>) =>
  [...shown.values(), rest].filter((n) => n !== null && n > 0).map(Number);

/** Looks after every step; none tells of a few, alone or less another one. */
function expectNobodyTold(stays: readonly Stay[], steps: number) {
  const looks = Array.from({ length: steps }, (_, step) => lookAt(standingAt(stays, step)));
  for (const [at, look] of looks.entries()) {
    expect(Math.min(...told(look), Infinity)).toBeGreaterThanOrEqual(fewestShown);
    if (!look.isBehind) {
      const now = stays.filter(({ from, until = Infinity }) => from <= at && until > at);
      expect(everyone(look)).toBe(sentBy(now.map(({ drawn }) => drawn)));
    }
    for (const earlier of looks.slice(0, at)) {
      expect(fewestBetween(earlier, look)).toBeGreaterThanOrEqual(fewestShown);
    }
  }
  return looks;
}

const changed = (drawn: Drawn, random: () => number): Drawn => ({
  ...drawn,
  yes: drawn.yes + 1 + Math.floor(random() * 3),
});
const upTo = (months: readonly Drawn[], last: number): Stay[] =>
  months.slice(0, last).map((drawn, month) => ({ month, drawn, from: month }));

/** Thousands of looks, each compared with all before it. */
const long = { timeout: 120_000 };

it('a batch that is taken back, and sent anew or not, tells of nobody', long, () => {
  const random = seededGenerator(11);
  const seen = { fewer: 0, waiting: 0 };
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    // Of six months one to three came at once, and go at step 6; from step 8 on more come.
    const size = 1 + Math.floor(random() * 3);
    const first = Math.floor(random() * (6 - size));
    const isGone = ({ month }: Stay) => month >= first && month < first + size;
    const early = upTo(months, 6).map((stay) => (isGone(stay) ? { ...stay, until: 6 } : stay));
    const again = random() < 0.5 ? early.filter(isGone) : [];
    const stays: Stay[] = [
      ...early,
      ...again.map(({ month, drawn }) => ({ month, drawn: changed(drawn, random), from: 7 })),
      ...months.slice(6).map((drawn, later) => ({ month: 6 + later, drawn, from: 8 + later })),
    ];
    const looks = expectNobodyTold(stays, 12);
    const all = looks.map(everyone);
    if (all.some((n, at) => at > 0 && n < (all[at - 1] ?? 0))) seen.fewer += 1;
    if (looks[6]?.isBehind === true) seen.waiting += 1;
  }
  expect(Math.min(seen.fewer, seen.waiting)).toBeGreaterThan(2);
});

it('numbers that stand again tell as little', long, () => {
  const random = seededGenerator(13);
  let isSeenAgain = 0;
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    const month = Math.floor(random() * 5);
    const old = months[month];
    if (!old) throw new Error('a month that was sent');
    // Put right at step 5, taken back at step 7: what it had replaced stands again.
    const stays: Stay[] = [
      ...upTo(months, 5).map((stay) => (stay.month === month ? { ...stay, until: 5 } : stay)),
      { month, drawn: changed(old, random), from: 5, until: 7 },
      { month: 5, drawn: months[5] ?? old, from: 6 },
      { month, drawn: old, from: 7 },
      ...months.slice(6).map((drawn, later) => ({ month: 6 + later, drawn, from: 8 + later })),
    ];
    const looks = expectNobodyTold(stays, 12);
    if (looks.at(-1)?.isBehind === false) isSeenAgain += 1;
  }
  expect(isSeenAgain).toBeGreaterThan(5);
});

it('when all is taken back nothing is told any more', long, () => {
  const random = seededGenerator(17);
  for (let draw = 0; draw < 20; draw += 1) {
    const months = drawMonths(random);
    const stays = upTo(months, 10).map((stay) => ({ ...stay, until: 10 }));
    const last = expectNobodyTold(stays, 11).at(-1);
    expect(last?.isBehind).toBe(false);
    expect(last && told(last)).toEqual([]);
  }
});
