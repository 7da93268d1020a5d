import { describe, expect, it } from 'vitest';
import { compareMeans } from '#analysis/groups/compare-means.ts';
import { welchDifference } from '#analysis/groups/welch-difference.ts';
import reference from '#tests/fixtures/analysis/welch/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';

describe.each(reference.cases)(
  '$groups.length groups at level $level',
  ({ level, groups, pairs }) => {
    it('agrees with R on every pair', () => {
      const compared = compareMeans(groups, level);
      expect(compared).toHaveLength(pairs.length);
      for (const expected of pairs) {
        const { first, second } = expected;
        const pair = compared.find(
          ({ high, low }) => Math.min(high, low) === first && Math.max(high, low) === second,
        );
        if (!pair) throw new Error('the pair is missing');
        const sign = pair.high === first ? 1 : -1;
        const ends = sign === 1 ? pair.interval : [-pair.interval[1], -pair.interval[0]];
        const numbers: [number | undefined, number | undefined][] = [
          [sign * pair.difference, expected.difference],
          [ends[0], expected.interval[0]],
          [ends[1], expected.interval[1]],
          [sign * pair.t, expected.t],
          [pair.degreesOfFreedom, expected.degreesOfFreedom],
          [pair.p, expected.p],
          [pair.adjustedP, expected.adjustedP],
        ];
        for (const [value, e] of numbers)
          expect(deviation(value ?? NaN, e ?? null)).toBeLessThan(1e-10);
      }
    });
  },
);

describe('comparing means', () => {
  const group = (n: number, mean: number, sd: number) => ({ n, mean, sd });

  it('is Student’s test where sizes and variances are equal', () => {
    const result = welchDifference(group(10, 3, 1), group(10, 2, 1));
    expect(result).toMatchObject({ ok: true, difference: 1 });
    if (result.ok) expect(deviation(result.degreesOfFreedom, 18)).toBeLessThan(1e-14);
  });

  it('finds a difference although the two intervals overlap', () => {
    const [pair] = compareMeans([group(100, 3.7, 1), group(100, 3.4, 1)]);
    expect(pair?.adjustedP).toBeLessThan(0.05);
    expect(pair?.interval[0]).toBeGreaterThan(0);
  });

  it('puts the greatest difference first and never gives a negative one', () => {
    const pairs = compareMeans([group(20, 3, 1), group(20, 2, 1), group(20, 5, 1)]);
    expect(pairs.map(({ high, low, difference }) => [high, low, difference])).toEqual([
      [2, 1, 3],
      [2, 0, 2],
      [0, 1, 1],
    ]);
  });

  it.each([
    ['one respondent', group(1, 3, 0), group(20, 2, 1), 'too-few-respondents'],
    ['no variance', group(20, 3, 0), group(20, 2, 0), 'zero-variance'],
  ] as const)('leaves out a pair with %s', (_, first, second, reason) => {
    expect(welchDifference(first, second)).toEqual({ ok: false, reason });
    expect(compareMeans([first, second])).toEqual([]);
  });
});
