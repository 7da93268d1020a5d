import { describe, expect, it } from 'vitest';
import { casesToTell } from '#analysis/monitoring/silent/cases-to-tell.ts';
import { compareModes } from '#analysis/monitoring/silent/compare-modes.ts';
import type { Found } from '#analysis/monitoring/silent/criterion.ts';
import { daysCovered } from '#analysis/monitoring/silent/days-covered.ts';
import { estimateFound } from '#analysis/monitoring/silent/estimate-found.ts';
import { judgeCriterion } from '#analysis/monitoring/silent/judge-criterion.ts';

const share = (x: number, n: number): Found => ({ kind: 'share', x, n });
const rate = (x: number, n: number): Found => ({ kind: 'rate', x, n });
const mean = (n: number, value: number, sd: number | null): Found => ({
  ...{ kind: 'mean', n, sd },
  mean: value,
});

function expectInterval(found: readonly number[] | null | undefined, low: number, high: number) {
  expect(found?.[0]).toBeCloseTo(low, 8);
  expect(found?.[1]).toBeCloseTo(high, 8);
}

// Reference values: scipy 1.17.1, `binomtest.proportion_ci('wilson')`, `chi2.ppf`, `t.ppf`.
describe('what was found', () => {
  it.each([
    ['a share', share(170, 200), 0.85, 0.7939442071583334, 0.89286406437758],
    ['a rate', rate(7, 350), 0.02, 0.008041037290056759, 0.04120764389057822],
    ['no event', rate(0, 100), 0, 0, 0.03688879454113935],
    ['a mean', mean(25, 6.2, 2.5), 6.2, 5.168050719185988, 7.231949280814012],
  ])('%s has its interval', (_, found, value, low, high) => {
    const estimated = estimateFound(found);
    expect(estimated?.value).toBeCloseTo(value, 12);
    expectInterval(estimated?.interval, low, high);
  });

  it('has no interval where it cannot have one', () => {
    expect(estimateFound(share(0, 0))).toBe(null);
    expect(estimateFound(mean(25, 6.2, null))).toEqual({ value: 6.2, interval: null });
    expect(estimateFound(mean(1, 6.2, 0))).toEqual({ value: 6.2, interval: null });
    expect(() => estimateFound(rate(-1, 10))).toThrow('count');
    expect(() => estimateFound(share(1, Infinity))).toThrow('count');
  });
});

describe('the cases it takes to tell', () => {
  // Counted upwards until the interval leaves out the limit, in Python.
  it.each([
    [share(170, 200), 0.8, 246],
    [share(180, 200), 0.8, 62],
    [share(6, 200), 0.05, 457],
    [share(164, 200), 0.8, 1537],
    [mean(25, 6.2, 2.5), 7, 40],
    [mean(25, 6.2, 2.5), 6.1, 2404],
    [rate(7, 350), 0.03, 1152],
    [rate(0, 100), 0.01, 369],
    [rate(5, 100), 0.03, 376],
  ])('%o against %d: %d', (found, limit, needed) => {
    expect(casesToTell(found, limit)).toBe(needed);
  });

  it('are the fewest: one less does not do', () => {
    for (const [x, limit] of [
      [170, 0.8],
      [120, 0.55],
      [190, 0.99],
    ] as const) {
      const needed = casesToTell(share(x, 200), limit) ?? 0;
      const apart = (n: number) => {
        const [low, high] = estimateFound(share((x / 200) * n, n))?.interval ?? [0, 1];
        return low > limit || high < limit;
      };
      expect([apart(needed), apart(needed - 1)]).toEqual([true, false]);
    }
  });

  it('do not exist on the limit itself, nor for a limit that nothing shows', () => {
    expect(casesToTell(share(160, 200), 0.8)).toBe(null);
    expect(casesToTell(rate(6, 200), 0.03)).toBe(null);
    expect(casesToTell(mean(25, 7, 2.5), 7)).toBe(null);
    expect(casesToTell(mean(25, 6.2, null), 7)).toBe(null);
    expect(casesToTell(mean(25, 6.2, 0), 7)).toBe(2);
    expect(() => casesToTell(share(170, 200), 1)).toThrow('limit');
    expect(() => casesToTell(rate(7, 350), 0)).toThrow('limit');
  });
});

describe('a criterion', () => {
  const atLeast = { bound: 'at-least', limit: 0.8, fewest: 50 } as const;
  const atMost = { bound: 'at-most', limit: 0.8, fewest: 50 } as const;
  it.each([
    ['the less favourable end keeps the bound', share(180, 200), atLeast, 'met', null],
    ['the more favourable end does not', share(140, 200), atLeast, 'not-met', null],
    ['the bound lies within', share(170, 200), atLeast, 'cannot-tell', 246],
    ['at most is the other way round', share(140, 200), atMost, 'met', null],
    ['and broken from above', share(180, 200), atMost, 'not-met', null],
    ['fewer than were asked for', share(40, 40), { ...atLeast }, 'cannot-tell', 50],
    ['fewer, and the bound within', share(34, 40), atLeast, 'cannot-tell', 246],
    ['nothing was sent', null, atLeast, 'cannot-tell', 50],
    ['nobody was counted', share(0, 0), atLeast, 'cannot-tell', 50],
  ] as const)('%s', (_, found, criterion, state, needed) => {
    expect(judgeCriterion(found, criterion)).toMatchObject({ state, needed });
  });

  it('is kept by an end that lies right on the bound', () => {
    const [low] = estimateFound(share(170, 200))?.interval ?? [NaN];
    const criterion = { bound: 'at-least', limit: low, fewest: 1 } as const;
    expect(judgeCriterion(share(170, 200), criterion).state).toBe('met');
  });

  it('says why nothing can be told', () => {
    const reasonOf = (found: Found | null) => judgeCriterion(found, atLeast).reason;
    expect(reasonOf(null)).toBe('nothing-found');
    expect(reasonOf(mean(60, 6.2, null))).toBe('no-interval');
    expect(reasonOf(share(34, 40))).toBe('below-minimum');
    expect(reasonOf(share(170, 200))).toBe('interval-crosses-limit');
    expect(() => judgeCriterion(null, { ...atLeast, fewest: 0 })).toThrow('fewest');
  });
});

describe('use beside the silent mode', () => {
  it('is compared as Newcombe published it: 56 of 70 and 48 of 80', () => {
    const found = compareModes(share(48, 80), share(56, 70));
    expect(found?.difference).toBeCloseTo(0.2, 12);
    expect(found?.interval[0]).toBeCloseTo(0.0524, 4);
    expect(found?.interval[1]).toBeCloseTo(0.3339, 4);
    expect(found?.differs).toBe(true);
  });

  it('is after less before', () => {
    const found = compareModes(share(170, 200), share(150, 200));
    expectInterval(found?.interval, -0.177311642873971, -0.02152533035913992);
    const means = compareModes(mean(25, 6.2, 2.5), mean(40, 7.1, 2));
    expect(means?.differs).toBe(false);
    expectInterval(means?.interval, -0.2932333931737158, 2.093233393173716);
    const rates = compareModes(rate(7, 350), rate(20, 400));
    expectInterval(rates?.interval, 0.0012179707904900854, 0.05973208069652022);
    expect(rates?.differs).toBe(true);
  });

  it('is not compared where a side has no interval or is of another kind', () => {
    expect(compareModes(share(0, 0), share(5, 10))).toBe(null);
    expect(compareModes(mean(25, 6.2, null), mean(40, 7.1, 2))).toBe(null);
    expect(compareModes(mean(25, 6.2, 1), share(5, 10))).toBe(null);
    expect(compareModes(rate(0, 0), rate(5, 10))).toBe(null);
    expect(compareModes(share(1, 10), rate(5, 10))).toBe(null);
  });
});

it('days are counted once, and gaps not at all', () => {
  const periods = [
    [0, 31],
    [10, 20],
    [31, 40],
    [60, 90],
  ] as const;
  const counted = new Set(
    periods.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  expect(daysCovered(periods.toReversed())).toBe(counted.size);
  expect(daysCovered([])).toBe(0);
  expect(() => daysCovered([[5, 5]])).toThrow('period');
});
