import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBeta } from '#analysis/numeric/draw-beta.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { divisionOf } from '#analysis/opinion/division-of.ts';
import { geometricMeanOfShares } from '#analysis/opinion/geometric-mean-of-shares.ts';
import { jeffreysShare } from '#analysis/groups/jeffreys-share.ts';
import { reportOpinion } from '#analysis/opinion/report-opinion.ts';
import { votesOfGroups } from './votes-of-groups.ts';

describe('shares with the prior of Jeffreys', () => {
  // R: qbeta(c(.025, .975), x + .5, n - x + .5)
  it.each([
    [0, 10, 0, 0.2171962],
    [3, 10, 0.09269459, 0.60584183],
    [50, 100, 0.4032, 0.5968],
    [10, 10, 0.7828038, 1],
  ])('%d of %d', (x, n, lower, upper) => {
    const { interval, estimate } = jeffreysShare(x, n);
    expect(interval[0]).toBeCloseTo(lower, 4);
    expect(interval[1]).toBeCloseTo(upper, 4);
    expect(estimate).toBe((x + 0.5) / (n + 1));
  });

  it('refuses more than there are', () => {
    expect(() => jeffreysShare(3, 2)).toThrow('jeffreys-share');
    expect(jeffreysShare(0, 0)).toMatchObject({ estimate: 0.5, interval: [0, 1] });
  });

  it('draws have the mean and variance of the beta distribution', () => {
    const random = seededGenerator(2);
    for (const [a, b] of [
      [0.5, 0.5],
      [0.5, 9.5],
      [30.5, 3.5],
    ] as const) {
      const drawn = Array.from({ length: 20_000 }, () => drawBeta(a, b, random));
      const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
      const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length;
      expect(mean).toBeCloseTo(a / (a + b), 2);
      expect(variance / ((a * b) / ((a + b) ** 2 * (a + b + 1)))).toBeCloseTo(1, 1);
    }
  });
});

describe('consensus of groups', () => {
  it('is the geometric mean, whatever the number of groups, and a small unanimous group does not sink it', () => {
    const [one, three] = [1, 3].map((groups) =>
      geometricMeanOfShares(
        Array.from({ length: groups }, () => [18, 20] as const),
        1,
      ),
    );
    expect(one?.value).toBeCloseTo(18.5 / 21, 12);
    expect(three?.value).toBeCloseTo(18.5 / 21, 12);
    const withTwo = geometricMeanOfShares(
      [
        [18, 20],
        [2, 2],
      ],
      1,
    );
    expect(withTwo.value).toBeCloseTo(Math.sqrt((18.5 / 21) * (2.5 / 3)), 12);
  });

  it('has an interval around it that more votes narrow', () => {
    const width = (times: number) => {
      const { value, interval } = geometricMeanOfShares(
        [
          [6 * times, 8 * times],
          [5 * times, 9 * times],
        ],
        3,
      );
      expect(interval[0]).toBeLessThan(value);
      expect(interval[1]).toBeGreaterThan(value);
      return interval[1] - interval[0];
    };
    expect(width(10)).toBeLessThan(width(1) / 2);
  });
});

const counts = (agree: number, disagree: number, pass = 0) => ({
  ...{ agree, disagree, pass },
  seen: agree + disagree + pass,
});

describe('divisive statements', () => {
  it('have people on both sides', () => {
    expect(divisionOf([counts(30, 2), counts(18, 15)])).toBeNull();
    expect(divisionOf([counts(30, 2), counts(5, 5)])).toBeNull();
    expect(divisionOf([])).toBeNull();
    const sharp = divisionOf([counts(30, 2), counts(2, 20), counts(0, 0)]);
    const mild = divisionOf([counts(20, 12), counts(9, 13)]);
    expect(sharp).toMatchObject({ agreeing: 0, disagreeing: 1 });
    expect(sharp?.value).toBeGreaterThan(mild?.value ?? 1);
    expect(divisionOf([counts(20, 2, 30), counts(2, 20)])?.value).toBeLessThan(sharp?.value ?? 0);
  });

  it('never are those of a majority', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const plan = fc.array(fc.array(chance, { minLength: 9, maxLength: 9 }), {
      ...{ minLength: 2, maxLength: 3 },
    });
    const sizes = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 12, max: 45 })));
    fc.assert(
      fc.property(plan, sizes, fc.integer({ min: 1, max: 99 }), (chances, size, seed) => {
        const groups = chances.map((agrees, at) => ({ size: size[at] ?? 12, agrees }));
        const report = reportOpinion(votesOfGroups(groups, seed, 0.1), { seed, minimum: 10 });
        const byName = new Map(report.statements.map((one) => [one.statement, one]));
        for (const name of report.divisive) {
          const one = byName.get(name);
          const most = Math.max(one?.agree.count ?? 0, one?.disagree.count ?? 0);
          expect(most / (one?.seen ?? 1)).toBeLessThan(0.6);
          const sides = one?.groups.map(({ agree, disagree }) =>
            Math.sign(agree.count - disagree.count),
          );
          expect(sides).toContain(1);
          expect(sides).toContain(-1);
        }
        for (const name of report.apart) expect(byName.get(name)?.majority).not.toBeNull();
      }),
      { seed: 20261126, numRuns: 15 },
    );
  });
});
