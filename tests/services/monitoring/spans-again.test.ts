import { expect, it } from 'vitest';
import { recordsAsOf } from '#app/services/fairness/audit-evidence.ts';
import { fewestShown } from '#app/services/monitoring/series.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import {
  drawMonths,
  everyone,
  fewestBetween,
  lookAt,
  month,
  sentMonth,
  type Drawn,
} from './looks.ts';

const on = (step: number) => new Date(Date.UTC(2026, 0, 1 + step));
const [then, now] = [on(0), on(1)];
type Look = ReturnType<typeof lookAt>;

const spanAt = (records: readonly WatchedRecord[], asOf: Date, first: number, end: number) =>
  lookAt(recordsAsOf(records, asOf), { from: month(first), to: month(end), version: null });

/** Months of a batch, and what each is put right to with the next one. */
function batches(before: readonly Drawn[], after: readonly Drawn[], right: Map<number, Drawn>) {
  return [
    ...before.flatMap((drawn, at) => sentMonth(at, drawn, then, right.has(at) ? now : null)),
    ...[...right].flatMap(([at, drawn]) => sentMonth(at, drawn, now)),
    ...after.flatMap((drawn, at) => sentMonth(before.length + at, drawn, now)),
  ];
}

it('a page waits where it would tell of a few beside a span that was opened before', () => {
  const usual: Drawn = { yes: 20, no: 30, sometimes: 10, unnamed: 0 };
  const before = [...Array.from({ length: 5 }, () => usual)];
  const records = batches(
    [...before, { ...usual, sometimes: 7, unnamed: 4 }],
    [{ ...usual, sometimes: 2, unnamed: 8 }],
    new Map(),
  );
  const span = spanAt(records, then, 0, 5);
  expect(span.shown.get('sometimes')).toBe(50);
  const page = lookAt(records);
  expect(fewestBetween(span, page)).toBeGreaterThanOrEqual(fewestShown);
  expect(page.isBehind).toBe(true);
});

it('a span leaves out the periods of which it would tell what was put right since an earlier span', () => {
  const usual: Drawn = { yes: 100, no: 90, sometimes: 0, unnamed: 0 };
  const records = batches(
    Array.from({ length: 6 }, () => usual),
    [],
    new Map([
      [0, { ...usual, yes: 103 }],
      [5, { ...usual, yes: 120 }],
    ]),
  );
  expect(spanAt(records, then, 0, 3).shown.get('yes')).toBe(300);
  expect(lookAt(records).shown.get('yes')).toBe(623);
  const again = spanAt(records, now, 0, 3);
  expect(again).toMatchObject({ from: month(1), to: month(3) });
  expect(again.shown.get('yes')).toBe(200);
});

it('numbers that were put right by many are counted in spans as well', () => {
  const usual: Drawn = { yes: 100, no: 90, sometimes: 0, unnamed: 0 };
  const records = batches(
    Array.from({ length: 6 }, () => usual),
    [],
    new Map([[1, { ...usual, yes: 130 }]]),
  );
  expect(spanAt(records, then, 0, 3).shown.get('yes')).toBe(300);
  expect(spanAt(records, now, 0, 3).shown.get('yes')).toBe(330);
  expect(spanAt(records, now, 3, 6).shown.get('yes')).toBe(300);
});

it('a group of which nothing was sent is told, and the page waits where that would tell of a few', () => {
  const first: Drawn = { yes: 100, no: 6, sometimes: 0, unnamed: 6 };
  const later: Drawn = { yes: 50, no: 2, sometimes: 30, unnamed: 1 };
  const records = batches([first], [later], new Map());
  const before = lookAt(recordsAsOf(records, then));
  expect(before.shown).toEqual(
    new Map([
      ['no', null],
      ['sometimes', 0],
      ['yes', 100],
    ]),
  );
  // Nobody of them before and 30 after: what is left would have grown by three.
  const after = lookAt(records);
  expect(fewestBetween(before, after)).toBeGreaterThanOrEqual(fewestShown);
  expect(after).toMatchObject({ isBehind: true, shown: before.shown });
  const enough = batches([first], [{ ...later, no: 12 }], new Map());
  expect(lookAt(enough).shown.get('sometimes')).toBe(30);
});

const isTold = ({ from }: Look) => from !== '';
/** What two looks show, less what two others of the same periods show: what was put right between their ends. */
function moved([before, after]: readonly [Look, Look]) {
  const of = (level: string) => {
    const [old, own] = [before.shown.get(level) ?? null, after.shown.get(level) ?? null];
    return old === null || own === null ? null : own - old;
  };
  const levels = ['yes', 'no', 'sometimes'].map(of);
  return [...levels, everyone(after) - everyone(before)];
}

/** Pages and spans of every first and last month at one moment. */
const looksAt = (records: readonly WatchedRecord[], asOf: Date, months: number) =>
  Array.from({ length: months }, (_, first) =>
    Array.from({ length: months - first }, (__, more) =>
      spanAt(records, asOf, first, first + more + 1),
    ),
  )
    .flat()
    .concat(lookAt(recordsAsOf(records, asOf)))
    .filter(isTold);

/** Some other numbers for some months: by a few or by many. */
function corrections(months: readonly Drawn[], random: () => number): Map<number, Drawn> {
  const right = new Map<number, Drawn>();
  for (const [at, drawn] of months.entries()) {
    if (random() > 0.4) continue;
    const by = random() < 0.5 ? 1 + Math.floor(random() * 3) : 10 + Math.floor(random() * 20);
    const level = random() < 0.5 ? 'yes' : 'no';
    right.set(at, { ...drawn, [level]: drawn[level] + by });
  }
  return right;
}

const long = { timeout: 120_000 };

it('a span or a page, and one after more came at once, tell together of nobody alone', long, () => {
  const random = seededGenerator(31);
  let told = 0;
  for (let draw = 0; draw < 40; draw += 1) {
    const months = drawMonths(random);
    const records = batches(months.slice(0, 6), months.slice(6), new Map());
    const [before, after] = [looksAt(records, then, 6), looksAt(records, now, 10)];
    for (const look of after) {
      const own = before.filter(({ from, to }) => from === look.from || to === look.to);
      for (const other of own) {
        told += 1;
        expect(fewestBetween(other, look)).toBeGreaterThanOrEqual(fewestShown);
      }
    }
  }
  expect(told).toBeGreaterThan(1000);
});

it('nor do they where numbers were put right between them', long, () => {
  const random = seededGenerator(37);
  const seen = { same: 0, right: 0, between: 0 };
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random).map((drawn) => ({ ...drawn, no: drawn.no + 10 }));
    const right = corrections(months.slice(0, 6), random);
    const records = batches(months.slice(0, 6), months.slice(6), right);
    const [before, after] = [looksAt(records, then, 6), looksAt(records, now, 10)];
    const both = after.flatMap((look) =>
      before
        .filter(({ from, to }) => from === look.from && to === look.to)
        .map((other) => [other, look] as const),
    );
    for (const [other, look] of both) {
      seen[everyone(other) === everyone(look) ? 'same' : 'right'] += 1;
      expect(fewestBetween(other, look)).toBeGreaterThanOrEqual(fewestShown);
    }
    // Up to two ends, before and after: what was put right between the ends.
    const starts = both.filter(([{ from }]) => from === month(0));
    for (const [place, pair] of starts.entries()) {
      for (const other of starts.slice(0, place)) {
        const others = moved(other);
        moved(pair).forEach((by, at) => {
          const less = others[at] ?? null;
          if (by === null || less === null || by === less) return;
          seen.between += 1;
          expect(Math.abs(by - less)).toBeGreaterThanOrEqual(fewestShown);
        });
      }
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});
