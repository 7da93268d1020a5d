import { expect, it } from 'vitest';
import { evaluateCalibration } from '#app/services/monitoring/evaluate-calibration.ts';
import { drawnBands } from '#app/services/monitoring/risk-bands.ts';
import { fewestShown } from '#app/services/monitoring/series.ts';
import { shownThresholds } from '#app/services/monitoring/shown-thresholds.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { aRecord } from './a-record.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const today = '2026-11-26';
const edges = Array.from({ length: 11 }, (_, edge) => edge / 10);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** A month of scores, with few cases where risks are high, and in some months altogether. */
function drawMonth(random: () => number) {
  const size = random() < 0.2 ? 4 : 60 * random();
  const counts = Array.from({ length: 10 }, (_, bin) => Math.floor(size * random() * 0.75 ** bin));
  return { positives: counts.map((n) => Math.floor(n / 3)), counts };
}
type Drawn = ReturnType<typeof drawMonth>;

const on = (step: number) => new Date(Date.UTC(2026, 0, 1 + step));
/** What stands of a month from a step on, until another where it was put right. */
type Stay = { month: number; drawn: Drawn; from: number; until?: number };

const sent = (later: number, { positives, counts }: Drawn): WatchedRecord =>
  aRecord({
    ...{ metric: 'scores', kind: 'score-histogram', from: month(later), to: month(later + 1) },
    detail: {
      ...{ edges, positives, negatives: counts.map((n, bin) => n - (positives[bin] ?? 0)) },
      sum_p: counts.map((n, bin) => (n * (bin + 0.5)) / 10),
    },
  });

/** As somebody sees it who looks after a step. */
const standingAt = (stays: readonly Stay[], step: number): WatchedRecord[] =>
  stays
    .filter(({ from }) => from <= step)
    .map(({ month, drawn, from, until = Infinity }) => ({
      ...{ ...sent(month, drawn), sentAt: on(from) },
      replacedAt: until <= step ? on(until) : null,
    }));

/** Each number that a look tells, as which cases it counts: month by bin. */
function lookAt(records: readonly WatchedRecord[]) {
  const { readings, bands, times } = evaluateCalibration(records, today);
  const { all, bins } = bands;
  const cuts = shownThresholds(bins, all).map(({ threshold }) => Math.round(threshold * 10));
  const thresholds = cuts.map((cut) => sum(all.slice(cut).map(({ n }) => n)));
  return {
    total: readings[0]?.isHidden === false ? readings[0].n : 0,
    shown: all.map(({ n, isShown }) => (isShown ? n : null)),
    rest: sum(all.map(({ n, isShown }) => (isShown ? 0 : n))),
    drawn: drawnBands(all).map(({ n }) => n),
    ...{ thresholds, times: times.map(({ calibration }) => calibration.n) },
    isBehind: bands.isBehind,
  };
}
type Look = ReturnType<typeof lookAt>;
const bandTotal = ({ drawn }: Look) => sum(drawn);

/** Sizes of the groups of people that two looks, the earlier one first, tell apart. */
function apart(before: Look, after: Look): number[] {
  const grown = after.shown.flatMap((n, band) => {
    const known = before.shown[band] ?? null;
    return n === null || known === null ? [] : [n - known];
  });
  return [
    ...grown,
    after.total - before.total,
    bandTotal(after) - bandTotal(before),
    // Everybody of one look, the bands of another.
    ...[before, after].flatMap(({ total }) => [
      total - bandTotal(before),
      total - bandTotal(after),
    ]),
    bandTotal(after) - bandTotal(before) - sum(grown),
  ];
}

/** Looks after every step; none tells of a few, alone or less another one. */
function expectNobodyTold(stays: readonly Stay[], steps: number): Look[] {
  const looks = Array.from({ length: steps }, (_, step) => lookAt(standingAt(stays, step)));
  for (const [at, look] of looks.entries()) {
    const told = [...look.drawn, look.total, look.rest, ...look.times].filter((n) => n > 0);
    expect(Math.min(fewestShown, ...told)).toBeGreaterThanOrEqual(fewestShown);
    const left = look.total - sum(look.times);
    expect(left === 0 || left >= fewestShown).toBe(true);
    for (const earlier of looks.slice(0, at)) {
      const sizes = apart(earlier, look)
        .map(Math.abs)
        .filter((n) => n > 0);
      expect(Math.min(fewestShown, ...sizes)).toBeGreaterThanOrEqual(fewestShown);
    }
  }
  return looks;
}

const upTo = (months: readonly Drawn[], last: number): Stay[] =>
  months.slice(0, last).map((drawn, month) => ({ month, drawn, from: month }));

/** Hundreds of looks, each compared with all before it. */
const long = { timeout: 120_000 };

it(
  'bands of risk tell of nobody alone, looked at after each month, beside everybody and over time',
  long,
  () => {
    const random = seededGenerator(21);
    const seen = { waiting: 0, moved: 0, thresholds: 0, times: 0, hidden: 0 };
    for (let draw = 0; draw < 40; draw += 1) {
      const months = Array.from({ length: 14 }, () => drawMonth(random));
      for (const look of expectNobodyTold(upTo(months, 14), 14)) {
        expect(bandTotal(look)).toBeLessThanOrEqual(look.total);
        seen.thresholds += look.thresholds.length;
        seen.times += look.times.length;
        seen.hidden += look.rest > 0 ? 1 : 0;
        seen[look.isBehind ? 'waiting' : 'moved'] += 1;
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  },
);

/** The same month with some cases more or fewer where risks are high, or another month altogether. */
function restated({ counts }: Drawn, random: () => number): Drawn {
  if (random() < 0.3) return drawMonth(random);
  const bin = 4 + Math.floor(random() * 6);
  const by = Math.floor(random() * 9) - 4;
  const right = counts.map((n, at) => (at === bin ? Math.max(0, n + by) : n));
  return { positives: right.map((n) => Math.floor(n / 3)), counts: right };
}

it('nor do they when months are put right, some of them twice', long, () => {
  const random = seededGenerator(23);
  const seen = { waiting: 0, moved: 0, fewer: 0, more: 0 };
  for (let draw = 0; draw < 40; draw += 1) {
    const months = Array.from({ length: 12 }, () => drawMonth(random));
    // Of six months one is put right at step 6, and again or another at step 8; the others come between and after.
    const [first, second] = [Math.floor(random() * 6), Math.floor(random() * 6)];
    const stays = upTo(months, 6);
    const putRight = (which: number, step: number) => {
      const old = stays.findLast((stay) => stay.month === which);
      if (!old) throw new Error('a month that was sent');
      old.until = step;
      stays.push({ month: which, drawn: restated(old.drawn, random), from: step });
    };
    putRight(first, 6);
    stays.push(...months.slice(6, 7).map((drawn) => ({ month: 6, drawn, from: 7 })));
    putRight(second, 8);
    stays.push(
      ...months.slice(7).map((drawn, later) => ({ month: 7 + later, drawn, from: 9 + later })),
    );
    const looks = expectNobodyTold(stays, 14);
    for (const step of [6, 8]) {
      const [before = 0, after = 0] = [looks[step - 1], looks[step]].map(
        (look) => look?.total ?? 0,
      );
      seen.fewer += after < before ? 1 : 0;
      seen.more += after > before ? 1 : 0;
      seen[looks[step]?.isBehind === true ? 'waiting' : 'moved'] += 1;
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(2);
});

it('a threshold never parts the bands that are hidden', () => {
  const bins = {
    ...{ positives: [4, 100, 100, 3], negatives: [3, 100, 100, 2] },
    edges: [0, 0.1, 0.2, 0.3, 0.4],
  };
  const bands = [7, 200, 200, 5].map((n) => ({ n, isShown: n >= fewestShown }));
  expect(shownThresholds(bins, bands)).toEqual([]);
  const all = [70, 200, 200, 50].map((n) => ({ n, isShown: true }));
  const many = { ...bins, positives: [40, 100, 100, 30], negatives: [30, 100, 100, 20] };
  expect(shownThresholds(many, all).map(({ threshold }) => threshold)).toEqual([0.1, 0.2, 0.3]);
});
