import { expect, it } from 'vitest';
import { fewestShown } from '#app/services/monitoring/series.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import {
  drawMonths,
  everyone,
  fewestBetween,
  lookAt,
  sentBy,
  sentMonth,
  type Drawn,
} from './looks.ts';

const sentOn = (step: number) => new Date(Date.UTC(2026, 0, 1 + step));

it('a look after each month, whatever is subtracted, leaves nobody alone', () => {
  const random = seededGenerator(5);
  const seen = { waiting: 0, newest: 0 };
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    const looks = months.map((_, last) =>
      lookAt(
        months.slice(0, last + 1).flatMap((drawn, later) => sentMonth(later, drawn, sentOn(later))),
      ),
    );
    for (const [at, look] of looks.entries()) {
      const told = [...look.shown.values(), look.rest].filter((n) => n !== null && n > 0);
      expect(Math.min(...told.map(Number))).toBeGreaterThanOrEqual(fewestShown);
      if (!look.isBehind) expect(everyone(look)).toBe(sentBy(months.slice(0, at + 1)));
      seen[look.isBehind ? 'waiting' : 'newest'] += 1;
      for (const earlier of looks.slice(0, at)) {
        expect(fewestBetween(earlier, look)).toBeGreaterThanOrEqual(fewestShown);
      }
    }
  }
  expect(Math.min(seen.waiting, seen.newest)).toBeGreaterThan(50);
});

it('a number that was put right waits until it cannot be told from new ones', () => {
  const random = seededGenerator(7);
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    const wrong = Math.floor(random() * 5);
    const first = months[wrong];
    if (!first) throw new Error('a month that was sent');
    const right = { ...first, yes: first.yes + 1 + Math.floor(random() * 3) };
    // The seventh thing that happens is the correction.
    const looks = Array.from({ length: months.length + 1 }, (_, at) =>
      lookAt([
        ...months
          .slice(0, at < 6 ? at + 1 : at)
          .flatMap((drawn, later) =>
            sentMonth(
              ...[later, drawn, sentOn(later < 6 ? later : later + 1)],
              later === wrong && at >= 6 ? sentOn(6) : null,
            ),
          ),
        ...(at >= 6 ? sentMonth(wrong, right, sentOn(6)) : []),
      ]),
    );
    for (const [at, look] of looks.entries()) {
      for (const earlier of looks.slice(0, at)) {
        expect(fewestBetween(earlier, look)).toBeGreaterThanOrEqual(fewestShown);
      }
    }
  }
});

it('what came at once is one change: it is shown whole, or waits whole', () => {
  const month = (yes: number) => ({ yes, no: 40, sometimes: 0, unnamed: 0 });
  // Month by month the group grows by a few, so that it stays behind at the first.
  const months = [20, 4, 4].map(month);
  const sentAtOnce = (own: readonly Drawn[], day: Date, from = 0) =>
    own.flatMap((drawn, later) => sentMonth(from + later, drawn, day));
  const yesIn = ({ shown, isBehind }: ReturnType<typeof lookAt>) => [shown.get('yes'), isBehind];
  expect(yesIn(lookAt(sentAtOnce(months, sentOn(0))))).toEqual([28, false]);
  const oneByOne = months.flatMap((drawn, at) => sentMonth(at, drawn, sentOn(at)));
  expect(yesIn(lookAt(oneByOne))).toEqual([20, true]);
  const [first, ...rest] = months;
  const after = [...sentAtOnce(first ? [first] : [], sentOn(0)), ...sentAtOnce(rest, sentOn(1), 1)];
  expect(yesIn(lookAt(after))).toEqual([20, true]);
});

it('batches of several months tell of nobody, nor batches in which some are put right', () => {
  const random = seededGenerator(29);
  const seen = { waiting: 0, newest: 0 };
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    // Months 0 to 3 at once, then 4 and 5 with another number for one of the first, then 6 to 9.
    const wrong = Math.floor(random() * 4);
    const old = months[wrong];
    if (!old) throw new Error('a month that was sent');
    const right = { ...old, yes: old.yes + 1 + Math.floor(random() * 14) };
    const stepOf = (at: number) => (at < 4 ? 0 : at < 6 ? 1 : 2);
    const looks = [0, 1, 2].map((step) =>
      lookAt([
        ...months.flatMap((drawn, at) =>
          stepOf(at) > step
            ? []
            : sentMonth(
                ...([at, drawn, sentOn(stepOf(at))] as const),
                at === wrong && step > 0 ? sentOn(1) : null,
              ),
        ),
        ...(step > 0 ? sentMonth(wrong, right, sentOn(1)) : []),
      ]),
    );
    for (const [at, look] of looks.entries()) {
      const told = [...look.shown.values(), look.rest].filter((n) => n !== null && n > 0);
      expect(Math.min(...told.map(Number), Infinity)).toBeGreaterThanOrEqual(fewestShown);
      seen[look.isBehind ? 'waiting' : 'newest'] += 1;
      for (const earlier of looks.slice(0, at)) {
        expect(fewestBetween(earlier, look)).toBeGreaterThanOrEqual(fewestShown);
      }
    }
  }
  expect(Math.min(seen.waiting, seen.newest)).toBeGreaterThan(10);
});
