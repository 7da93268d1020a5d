import { expect, it } from 'vitest';
import { fewestShown } from '#app/services/monitoring/series.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { drawMonths, everyone, fewestBetween, lookAt, sentBy, sentMonth } from './looks.ts';

it('a look after each month, whatever is subtracted, leaves nobody alone', () => {
  const random = seededGenerator(5);
  const seen = { waiting: 0, newest: 0 };
  const day = new Date('2026-01-01');
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    const looks = months.map((_, last) =>
      lookAt(months.slice(0, last + 1).flatMap((drawn, later) => sentMonth(later, drawn, day))),
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
  const sentOn = (later: number) => new Date(Date.UTC(2026, 0, 1 + later));
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
