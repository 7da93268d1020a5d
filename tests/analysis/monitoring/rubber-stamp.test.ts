import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
import { casesForWidth } from '#analysis/monitoring/oversight/cases-for-width.ts';
import { either } from '#analysis/monitoring/oversight/either.ts';
import { liesAbove } from '#analysis/monitoring/oversight/lies-above.ts';
import { liesBelow, type Mark } from '#analysis/monitoring/oversight/lies-below.ts';
import { medianDifference } from '#analysis/monitoring/oversight/median-difference.ts';
import { medianInterval } from '#analysis/monitoring/oversight/median-interval.ts';
import { stampVerdict } from '#analysis/monitoring/oversight/stamp-verdict.ts';
import { casesToTell } from '#analysis/monitoring/silent/cases-to-tell.ts';
import { drawNormal } from '#analysis/numeric/draw-normal.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

const marks: Mark[] = [true, false, 'unknown'];
const filled = (mark: Mark): boolean[] => (mark === 'unknown' ? [true, false] : [mark]);

describe('the sign of a rubber stamp', () => {
  const all = marks.flatMap((errorsPass) =>
    marks.flatMap((seldomOverridden) =>
      marks.map((quickReview) => ({ errorsPass, seldomOverridden, quickReview })),
    ),
  );

  it.each(all)('is what every filling in of %o agrees on', (one) => {
    const outcomes = filled(one.errorsPass).flatMap((a) =>
      filled(one.seldomOverridden).flatMap((b) =>
        filled(one.quickReview).map((c) => a && (b || c)),
      ),
    );
    const expected = outcomes.every(Boolean)
      ? 'sign'
      : outcomes.some(Boolean)
        ? 'cannot-tell'
        : 'no-sign';
    expect(stampVerdict(one)).toBe(expected);
  });

  it('never comes of one mark alone', () => {
    for (const lone of all.filter((one) => Object.values(one).filter(Boolean).length === 1)) {
      expect(stampVerdict(lone)).not.toBe('sign');
    }
  });

  it('reads a mark off an interval, and nothing off none', () => {
    expect(liesBelow([0.01, 0.04], 0.05)).toBe(true);
    expect(liesBelow([0.01, 0.06], 0.05)).toBe('unknown');
    expect(liesBelow([0.05, 0.06], 0.05)).toBe(false);
    expect(liesAbove([0.5, 0.6], 0.5)).toBe(true);
    expect(liesAbove([0.4, 0.6], 0.5)).toBe('unknown');
    expect(liesAbove([0.3, 0.4], 0.5)).toBe(false);
    expect([liesBelow(null, 0.05), liesBelow([0, 1], null), liesAbove(null, 1)]).toEqual(
      Array(3).fill('unknown'),
    );
    expect([
      either([]),
      either([false, 'unknown']),
      either([false]),
      either([true, false]),
    ]).toEqual(['unknown', 'unknown', false, true]);
  });
});

describe('cases it takes to tell', () => {
  const at = (p: number, n: number) => wilsonInterval(p * n, n);

  it.each([
    [0.03, 0.05],
    [0.4, 0.5],
    [0.62, 0.5],
    [0.02, 0.1],
    [0.52, 0.5],
    [0, 0.05],
  ])('are the first at which the interval of %f leaves %f out', (p, limit) => {
    const n = casesToTell({ kind: 'share', x: 100 * p, n: 100 }, limit) ?? NaN;
    const leavesOut = (cases: number) => {
      const [low, high] = at(p, cases);
      return high < limit || low > limit;
    };
    expect([leavesOut(n - 1), leavesOut(n)]).toEqual([false, true]);
  });

  it.each([
    [0, 0.2],
    [0.1, 0.2],
    [0.5, 0.1],
  ])('are the first at which the interval of %f is no wider than %f', (p, width) => {
    const n = casesForWidth({ x: 100 * p, n: 100 }, width);
    const widthAt = (cases: number) => at(p, cases)[1] - at(p, cases)[0];
    expect(widthAt(n)).toBeLessThanOrEqual(width);
    expect(widthAt(n - 1)).toBeGreaterThan(width);
  });

  it('are none on the limit, and of a width are finite without a case', () => {
    expect(casesToTell({ kind: 'share', x: 50, n: 100 }, 0.5)).toBeNull();
    expect(casesForWidth({ x: 0, n: 0 }, 0.2)).toBe(casesForWidth({ x: 1, n: 2 }, 0.2));
    expect(() => casesForWidth({ x: 2, n: 1 }, 0.5)).toThrow('count');
    expect(() => casesForWidth({ x: 1, n: 1 }, 0)).toThrow('share');
  });
});

describe('medians with their quartiles', () => {
  const quartilesOf = (values: number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? NaN;
    return { n: values.length, q1: at(0.25), median: at(0.5), q3: at(0.75) };
  };

  it('have intervals that hold the truth about as often as they say', () => {
    const random = seededGenerator(5);
    let [held, differed] = [0, 0];
    const draws = 2000;
    for (let draw = 0; draw < draws; draw += 1) {
      const sample = (mean: number) =>
        quartilesOf(Array.from({ length: 101 }, () => mean + 2 * drawNormal(random)));
      const [a, b] = [sample(4), sample(7)];
      const [low, high] = medianInterval(a);
      if (low <= 4 && high >= 4) held += 1;
      const { interval } = medianDifference(b, a);
      if (interval[0] <= 3 && interval[1] >= 3) differed += 1;
    }
    expect(Math.abs(held / draws - 0.95)).toBeLessThan(0.02);
    expect(Math.abs(differed / draws - 0.95)).toBeLessThan(0.02);
  });

  it('have the standard error of the paper', () => {
    const [low, high] = medianInterval({ n: 100, q1: 10, median: 20, q3: 23.5 });
    // 1.25 · 13.5/(1.35 · 10) = 1.25
    expect(low).toBeCloseTo(20 - 1.959964 * 1.25, 5);
    expect(high).toBeCloseTo(20 + 1.959964 * 1.25, 5);
    expect(() => medianInterval({ n: 9, q1: 3, median: 2, q3: 4 })).toThrow('quartiles');
  });
});
