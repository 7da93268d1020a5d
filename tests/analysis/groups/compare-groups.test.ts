import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareManyGroups } from '#analysis/groups/compare-many-groups.ts';
import { compareTwoGroups } from '#analysis/groups/compare-two-groups.ts';
import { kolmogorovSmirnovP } from '#analysis/numeric/kolmogorov-smirnov-p.ts';
import { rankSumExactP } from '#analysis/numeric/rank-sum-exact-p.ts';
import { shapiroWilk } from '#analysis/numeric/shapiro-wilk.ts';
import { deviation } from '../support/deviation.ts';
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';

const prepost = readTableFile('prepost.csv');
const numbers = (...values: number[]) => Float64Array.from(values);
const options = { outcome: 'y', group: 'g' };

// Further reference values: tests/oracle/cases.test.ts. These are R 4.2.2 on the values in the test.
describe('against R', () => {
  it('exact Mann–Whitney without ties', () => {
    expect(rankSumExactP(3, 5, 4)).toBeCloseTo(0.111111111111111, 13);
    expect(rankSumExactP(10, 5, 4)).toBe(1);
    expect(rankSumExactP(0, 8, 9)).toBeCloseTo(8.22706704e-5, 12);
  });

  it('exact and limiting Kolmogorov–Smirnov with ties', () => {
    const post = compareTwoGroups(prepost, {
      ...{ outcome: 'post', group: 'arm', group1: 'control', group2: 'workshop' },
    }).kolmogorovSmirnov;
    expect(post?.pExact).toBeCloseTo(0.0640628067729733, 12);
    expect(post?.p).toBeCloseTo(0.119778499770336, 13);
  });
});

describe('identities', () => {
  const scores = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 40 });

  it('two groups: ANOVA is the square of Student t, and exchanging groups turns every sign', () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const table = tableOf({ y: [...a, ...b], g: [...a.map(() => 1), ...b.map(() => 2)] });
        const forth = compareTwoGroups(table, options);
        const back = compareTwoGroups(table, { ...options, group1: 2, group2: 1 });
        const many = compareManyGroups(table, options);
        if (!forth.student.ok || !many.anova.ok || !forth.mannWhitney.ok) return;
        expect(deviation(many.anova.f, forth.student.t ** 2)).toBeLessThan(1e-9);
        expect(deviation(many.anova.p, forth.student.p)).toBeLessThan(1e-9);
        if (!back.student.ok || !back.mannWhitney.ok) throw new Error('not estimable');
        expect(deviation(back.student.t, -forth.student.t)).toBeLessThan(1e-12);
        const sum =
          forth.mannWhitney.probabilityOfSuperiority + back.mannWhitney.probabilityOfSuperiority;
        expect(sum).toBeCloseTo(1, 12);
        const { kruskalWallis: ranks } = many;
        if (!ranks.ok) throw new Error(ranks.reason);
        expect(deviation(ranks.p, forth.mannWhitney.pUncorrected)).toBeLessThan(1e-9);
        expect(deviation((ranks.pairs[0]?.z ?? NaN) ** 2, ranks.statistic)).toBeLessThan(1e-9);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it('another unit and origin of the scores change no test', () => {
    const one = compareManyGroups(prepost, { outcome: 'post', group: 'arm' });
    const other = compareManyGroups(prepost, { outcome: '100 - 3*post', group: 'arm' });
    const tests = (report: typeof one) => [
      report.anova.ok ? report.anova.p : NaN,
      report.welchAnova.ok ? report.welchAnova.p : NaN,
      report.bartlett.ok ? report.bartlett.p : NaN,
      report.brownForsythe.ok ? report.brownForsythe.p : NaN,
      report.shapiroWilk.ok ? report.shapiroWilk.p : NaN,
      report.kruskalWallis.ok ? report.kruskalWallis.p : NaN,
    ];
    const expected = tests(one);
    for (const [place, p] of tests(other).entries()) {
      expect(deviation(p, expected[place] ?? NaN)).toBeLessThan(1e-9);
    }
  });
});

describe('degenerate inputs', () => {
  it.each<[string, { y: number[]; g: number[] }, string]>([
    ['one person each', { y: [1, 2], g: [1, 2] }, 'too-few-respondents'],
    ['no variance at all', { y: [3, 3, 3, 3], g: [1, 1, 2, 2] }, 'zero-variance'],
  ])('two groups, %s', (_, columns, reason) => {
    const report = compareTwoGroups(tableOf(columns), options);
    expect(report.welch).toEqual({ ok: false, reason });
    expect(report.effectSizes).toEqual({ ok: false, reason });
  });

  it('no overlap: superiority is certain', () => {
    const { mannWhitney } = compareTwoGroups(
      tableOf({ y: [5, 6, 7, 1, 2, 3], g: [1, 1, 1, 2, 2, 2] }),
      options,
    );
    expect(mannWhitney).toMatchObject({ ok: true, probabilityOfSuperiority: 1, pExact: 0.1 });
  });

  it('groups must be two, and exist', () => {
    const table = tableOf({ y: [1, 2, 3], g: [1, 2, 3] });
    expect(() => compareTwoGroups(table, options)).toThrow('not-two-groups');
    expect(() => compareTwoGroups(table, { ...options, group1: 1, group2: 9 })).toThrow('unknown');
  });

  it('several groups: one group, groups of one', () => {
    const one = compareManyGroups(tableOf({ y: [1, 2], g: [1, 1] }), options);
    expect(one.anova).toEqual({ ok: false, reason: 'too-few-groups' });
    expect(one.tukey).toEqual({ ok: false, reason: 'too-few-groups' });
    const single = compareManyGroups(tableOf({ y: [1, 2, 4, 9], g: [1, 1, 2, 3] }), options);
    expect(single.welchAnova).toEqual({ ok: false, reason: 'too-few-respondents' });
    expect(single.anova.ok).toBe(true);
  });

  it('normality of too few, of too many, of equal values', () => {
    expect(shapiroWilk(numbers(1, 2))).toEqual({ ok: false, reason: 'too-few-respondents' });
    expect(shapiroWilk(numbers(2, 2, 2))).toEqual({ ok: false, reason: 'zero-variance' });
    expect(shapiroWilk(new Float64Array(5001))).toMatchObject({ reason: 'too-many-respondents' });
    expect(shapiroWilk(numbers(1, 2, 3))).toMatchObject({ ok: true, w: 1 });
    expect(kolmogorovSmirnovP(numbers(1, 2), numbers(1, 2))).toMatchObject({ statistic: 0, p: 1 });
  });
});
