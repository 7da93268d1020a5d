import { expect, it } from 'vitest';
import { fewestShown } from '#app/services/monitoring/series.ts';
import type { Span } from '#app/services/monitoring/steady-span.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import {
  drawMonths,
  everyone,
  fewestBetween,
  lookAt,
  month,
  sentBy,
  sentMonth,
  type Drawn,
} from './looks.ts';

const since = (later: number): Span => ({ from: month(later), to: null, version: null });
const day = new Date('2026-01-01');
const sent = (months: readonly Drawn[]) =>
  months.flatMap((drawn, later) => sentMonth(later, drawn, day));
const many: Drawn = { yes: 40, no: 50, sometimes: 20, unnamed: 10 };

it('a span holds the whole periods that it names, of the version that it names alone', () => {
  const records = sent([many, many, many, many]).map((record) => ({
    ...record,
    version: record.from < month(2) ? '1.0' : '2.0',
  }));
  expect(lookAt(records, since(1))).toMatchObject({ from: month(1), to: month(4) });
  expect(everyone(lookAt(records, since(1)))).toBe(360);
  const of = (version: string, to: string | null = null) =>
    lookAt(records, { from: month(0), to, version });
  expect(of('1.0')).toMatchObject({ from: month(0), to: month(2) });
  expect(of('2.0')).toMatchObject({ from: month(2), to: month(4) });
  expect(of('2.0', month(3))).toMatchObject({ from: month(2), to: month(3) });
  expect(of('3.0')).toMatchObject({ from: '', to: '' });
  // A month that both ran in is of neither.
  const shared = [...records, ...sentMonth(2, many, day)];
  const counted = lookAt(shared, { from: month(0), to: null, version: '2.0' });
  expect(counted).toMatchObject({ from: month(3), to: month(4) });
});

it('of a version that ran twice the latest run counts', () => {
  const records = sent([many, many, many, many, many]).map((record) => ({
    ...record,
    version: record.from === month(2) ? '2.0' : '1.0',
  }));
  const look = lookAt(records, { from: month(0), to: null, version: '1.0' });
  expect(look).toMatchObject({ from: month(3), to: month(5) });
  const first = lookAt(records, { from: month(0), to: month(2), version: '1.0' });
  expect(first).toMatchObject({ from: month(0), to: month(2) });
});

it('a span begins later where its beginning would tell of a few', () => {
  const one = { ...many, yes: 3 };
  const look = lookAt(sent([one, many, many]), since(1));
  expect(look).toMatchObject({ from: month(2) });
  expect(everyone(lookAt(sent([one, many, many])))).toBe(sentBy([one, many, many]));
});

it('spans from any month on, and the page, tell together of nobody alone', () => {
  const random = seededGenerator(11);
  let told = 0;
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    const records = sent(months);
    const looks = [lookAt(records), ...months.map((_, from) => lookAt(records, since(from)))];
    for (const [at, look] of looks.entries()) {
      const numbers = [...look.shown.values(), look.rest].filter((n) => n !== null && n > 0);
      expect(Math.min(...numbers.map(Number))).toBeGreaterThanOrEqual(fewestShown);
      if (everyone(look) > 0) told += 1;
      for (const other of looks.slice(0, at)) {
        expect(fewestBetween(other, look)).toBeGreaterThanOrEqual(fewestShown);
      }
    }
  }
  expect(told).toBeGreaterThan(200);
});

it('so do spans and pages from before a number was put right', () => {
  const random = seededGenerator(13);
  const later = new Date('2026-02-01');
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    const wrong = Math.floor(random() * 5);
    const first = months[wrong];
    if (!first) throw new Error('a month that was sent');
    const right = { ...first, yes: first.yes + 1 + Math.floor(random() * 3) };
    const records = [
      ...months.flatMap((drawn, at) => sentMonth(at, drawn, day, at === wrong ? later : null)),
      ...sentMonth(wrong, right, later),
    ];
    const looks = [
      lookAt(sent(months)),
      lookAt(records),
      ...months.map((_, from) => lookAt(records, since(from))),
    ];
    for (const [at, look] of looks.entries()) {
      for (const other of looks.slice(0, at)) {
        expect(fewestBetween(other, look)).toBeGreaterThanOrEqual(fewestShown);
      }
    }
  }
});

it('a span leaves out periods that are counted later, with others of few cases', () => {
  const few: Drawn = { yes: 4, no: 0, sometimes: 0, unnamed: 0 };
  const months = [many, few, many, many, { ...few, yes: 7 }, many];
  const look = lookAt(sent(months), { from: month(2), to: month(4), version: null });
  expect(look).toMatchObject({ from: month(2), to: month(4) });
  expect(everyone(look)).toBe(240);
});

it('a group that begins within a span throws away no months of the others', () => {
  const before: Drawn = { ...many, sometimes: 0 };
  const look = lookAt(sent([before, before, before, many, many]), since(1));
  expect(look).toMatchObject({ from: month(1), to: month(5) });
  expect([...look.shown]).toEqual([
    ['no', 200],
    ['sometimes', 40],
    ['yes', 160],
  ]);
});

it('a page waits with such a group where those whom no group names grew by a few', () => {
  const months: Drawn[] = [
    { yes: 50, no: 60, sometimes: 0, unnamed: 20 },
    { yes: 50, no: 60, sometimes: 12, unnamed: 8 },
  ];
  const oneByOne = months.flatMap((drawn, at) =>
    sentMonth(at, drawn, new Date(Date.UTC(2026, 0, 1 + at))),
  );
  const page = lookAt(oneByOne);
  expect(page).toMatchObject({ rest: 20, isBehind: true });
  expect(page.shown.get('sometimes')).toBe(0);
  expect(lookAt(oneByOne, since(1))).toMatchObject({ from: '', isBehind: true });
});
