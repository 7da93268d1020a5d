import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#analysis/errors.ts';
import { wholePercents } from '#analysis/groups/whole-percents.ts';
import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
import reference from '#tests/fixtures/analysis/proportions/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';

describe('Wilson interval', () => {
  it('agrees with R', () => {
    for (const [x = NaN, n = NaN, level = NaN, lower = NaN, upper = NaN] of reference.cases) {
      const interval = wilsonInterval(x, n, level);
      expect(deviation(interval[0], lower)).toBeLessThan(1e-13);
      expect(deviation(interval[1], upper)).toBeLessThan(1e-13);
    }
  });

  it('is symmetric in success and failure, and starts at 0 for nobody', () => {
    const [lower, upper] = wilsonInterval(3, 17);
    const [otherLower, otherUpper] = wilsonInterval(14, 17);
    expect(lower + otherUpper).toBeCloseTo(1, 14);
    expect(upper + otherLower).toBeCloseTo(1, 14);
    expect(wilsonInterval(0, 17)[0]).toBe(0);
    expect(wilsonInterval(17, 17)[1]).toBe(1);
  });

  it.each([
    [0, 0],
    [3, 2],
    [-1, 2],
    [NaN, 2],
  ])('%d of %d is refused', (x, n) => {
    expect(() => wilsonInterval(x, n)).toThrow(DomainError);
  });
});

describe('whole percents', () => {
  it('sum to 100, stay within 1, and follow the order of the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 9 }), (counts) => {
        const n = counts.reduce((sum, count) => sum + count, 0);
        const percents = wholePercents(counts);
        expect(percents.reduce((sum, p) => sum + p, 0)).toBe(n === 0 ? 0 : 100);
        counts.forEach((count, a) => {
          if (n > 0) expect(Math.abs((percents[a] ?? NaN) - (100 * count) / n)).toBeLessThan(1);
          counts.forEach((other, b) => {
            if (count > other) expect(percents[a]).toBeGreaterThanOrEqual(percents[b] ?? NaN);
          });
        });
      }),
    );
  });

  it.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [0, 5, 5],
      [0, 50, 50],
    ],
    [
      [1, 199],
      [0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[], []],
  ])('%j', (counts, percents) => {
    expect(wholePercents(counts)).toEqual(percents);
  });

  it.each([[[-1, 2]], [[0.5, 1]], [[NaN]]])('%j is refused', (counts) => {
    expect(() => wholePercents(counts)).toThrow(DomainError);
  });
});
