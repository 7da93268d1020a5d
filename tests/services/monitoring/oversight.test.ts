import { describe, expect, it } from 'vitest';
import {
  evaluateOversight,
  oversightMetrics,
} from '#app/services/monitoring/oversight/evaluate-oversight.ts';
import { fewestShown } from '#app/services/monitoring/series.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { generateOversight } from '#db/seed/monitoring/generate-oversight.ts';
import { oversightTruths } from '#db/seed/monitoring/monitoring-truth.ts';
import { aRecord } from './a-record.ts';

const today = '2026-11-15';
const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const share = (
  metric: string,
  later: number,
  numerator: number,
  denominator: number,
  more: Partial<WatchedRecord> = {},
) => {
  const period = { from: month(later), to: month(later + 1) };
  return aRecord({ metric, numerator, denominator, ...period, ...more });
};
const look = (records: WatchedRecord[], leastSeconds: number | null = null) =>
  evaluateOversight(records, { today, leastSeconds });
const markOf = (found: ReturnType<typeof look>, code: string) =>
  found.stamp.marks.find((mark) => mark.code === code);

describe.each([1, 2, 3])('the demo’s truths on seed %i', (seed) => {
  it.each(Object.entries(oversightTruths))('are found of %s', (key, truth) => {
    const rows = generateOversight(key, { seed, months: 24, first: '2024-11' });
    const found = look(rows.map(aRecord), truth.leastSeconds);
    // Without the overrides themselves the other two marks decide.
    expect(found.stamp.verdict).toBe(truth.isStamp ? 'sign' : 'no-sign');
    const [accept] = found.bias;
    expect(accept?.rate?.interval[0]).toBeLessThan(truth.acceptWhenWrong + 0.03);
    expect(accept?.rate?.interval[1]).toBeGreaterThan(truth.acceptWhenWrong - 0.03);
    const shown = found.reasons?.codes ?? [];
    expect(shown.map(({ code }) => code)).not.toContain('late');
    expect(shown.every(({ count }) => count >= fewestShown)).toBe(true);
    expect(found.ruling?.byGroup[0]?.groups.map(({ level }) => level)).toEqual([
      'nurse',
      'physician',
    ]);
    if (!truth.scribe) return;
    expect(found.minutes.beside?.interval[0]).toBeGreaterThan(0);
    const readers = found.readings.found[1]?.readers;
    expect(readers?.kappa?.value ?? 1).toBeLessThan(readers?.pabak.value ?? 0);
  });
});

describe('what is measured of people', () => {
  it('says which marks cannot be told, and how many cases it takes', () => {
    const found = look([
      ...[0, 1].flatMap((later) => share('accept-when-wrong', later, 7, 12)),
      ...[0, 1].flatMap((later) => share('override', later, 4, 100)),
    ]);
    expect(found.stamp.verdict).toBe('cannot-tell');
    expect(markOf(found, 'accept-when-wrong')).toMatchObject({ mark: 'unknown', lacks: 'cases' });
    expect(markOf(found, 'accept-when-wrong')?.needed).toBeGreaterThan(24);
    expect(markOf(found, 'planted-errors-passed')).toMatchObject({ lacks: 'numbers' });
    expect(markOf(found, 'review-time')).toMatchObject({ lacks: 'numbers' });
    expect(found.bias[0]).toMatchObject({ total: { x: 14, n: 24 } });
    expect(found.bias[0]?.needed).toBeGreaterThan(24);
  });

  it.each([
    ['accept-when-wrong', 520, 1000],
    ['accept-when-wrong', 495, 1000],
    ['override', 260, 5000],
  ])('needs more cases of %s than the %d of %d that cannot tell', (metric, x, n) => {
    const needed = markOf(look([share(metric, 0, x, n)]), metric)?.needed ?? 0;
    expect(needed).toBeGreaterThan(n);
    const enough = look([share(metric, 0, (x / n) * needed, needed)]);
    expect(markOf(enough, metric)?.mark).not.toBe('unknown');
  });

  it('knows no number of cases that tells a share on its limit', () => {
    const mark = markOf(look([share('accept-when-wrong', 0, 50, 100)]), 'accept-when-wrong');
    expect(mark).toMatchObject({ mark: 'unknown', lacks: 'cases', needed: null });
  });

  it('takes records in use before those of a silent run', () => {
    const found = look([
      share('planted-errors-passed', 0, 90, 100, { mode: 'silent' }),
      share('planted-errors-passed', 1, 10, 100),
    ]);
    expect(found.bias[2]?.total).toMatchObject({ x: 10, n: 100, mode: 'live' });
  });

  it('shows nothing of few cases', () => {
    const found = look([
      share('accept-when-wrong', 0, 5, 9),
      share('override', 0, 1, 9),
      share('disagreement-ruling', 0, 4, 9, { part: 'ai-right' }),
      share('omissions', 0, 1, 9),
      aRecord({
        metric: 'review-time',
        kind: 'quantiles',
        value: 3,
        detail: { n: 9, q1: 2, q3: 4 },
      }),
    ]);
    expect(found.bias.every(({ total }) => total === null)).toBe(true);
    expect([found.ruling, found.measured.overrides, found.measured.review]).toEqual([
      null,
      null,
      null,
    ]);
    expect(found.readings.found[0]?.total).toBeNull();
  });

  it('has nothing to say of nobody', () => {
    const of = (metric: string, part: string) => share(metric, 0, 0, 0, { part });
    const found = look([
      ...oversightMetrics.map((metric) => of(metric, '')),
      ...['ai-right', 'person-right'].map((part) => of('disagreement-ruling', part)),
      ...['a', 'b'].map((level) =>
        share('disagreement-ruling', 0, 0, 0, { part: 'ai-right', dimension: 'role', level }),
      ),
      ...['both-found', 'first-only', 'second-only', 'neither'].flatMap((part) =>
        ['omission-readings', 'fabrication-readings'].map((metric) => of(metric, part)),
      ),
      ...['late', 'other'].map((part) => of('override-reason', part)),
    ]);
    expect(found.readings.found).toMatchObject([
      { total: null, readers: null },
      { total: null, readers: null },
    ]);
    expect([found.ruling, found.reasons, found.measured.overrides]).toEqual([null, null, null]);
    expect(found.bias.every(({ total }) => total === null)).toBe(true);
    expect(found.stamp.verdict).toBe('cannot-tell');
    expect(found.stamp.marks.every(({ lacks }) => lacks === 'numbers')).toBe(true);
  });

  it('counts a denominator once for all of its parts, and names what no part was sent of', () => {
    const of = (later: number, part: string, count: number) =>
      share('disagreement-ruling', later, count, 40, { part });
    const found = look([
      ...[of(0, 'ai-right', 20), of(0, 'person-right', 12), of(0, 'both-wrong', 4)],
      ...[of(1, 'ai-right', 10), of(1, 'person-right', 22), of(1, 'both-wrong', 8)],
    ]);
    const cells = found.ruling?.overall.cells.map(({ code, count }) => [code, count]);
    expect(cells).toEqual([
      ['ai-right', 30],
      ['person-right', 34],
      ['both-wrong', 12],
      [null, 4],
    ]);
    expect(found.ruling?.overall.n).toBe(80);
  });

  it('compares measured and self-reported minutes of the same period alone', () => {
    const minutes = (part: string, later: number, value: number) =>
      aRecord({
        ...{ metric: 'minutes-saved', kind: 'quantiles', part, value },
        ...{ detail: { n: 60, q1: value - 1, q3: value + 1 } },
        ...{ from: month(later), to: month(later + 1) },
      });
    const apart = look([minutes('timed', 0, 3), minutes('self-report', 1, 6)]);
    expect(apart.minutes.beside).toBeNull();
    expect(apart.minutes.newest).toHaveLength(2);
    const named = aRecord({ ...minutes('', 1, 4), detail: { n: 60, q1: 3, q3: 5, method: 'log' } });
    const both = look([named, minutes('self-report', 1, 6), minutes('timed', 0, 3)]);
    expect(both.minutes.beside).toMatchObject({ difference: 2, clock: { method: 'log' } });
  });
});
