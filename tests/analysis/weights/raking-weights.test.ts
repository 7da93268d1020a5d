import { describe, expect, it } from 'vitest';
import { kishDesignEffect } from '#analysis/weights/kish-design-effect.ts';
import { reportRakingWeights } from '#analysis/weights/report-raking-weights.ts';
import reference from '#tests/fixtures/analysis/raking/cases.json' with { type: 'json' };
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';

const file = readTableFile('sim_dif6.csv');
const age = Array.from({ length: file.n }, (_, row) => {
  const rest = (row + 1) % 7;
  return rest > 4 ? 'old' : rest > 2 ? 'middle' : 'young';
});
const table = {
  n: file.n,
  columns: new Map(file.columns).set('age', { kind: 'text', values: age }),
};
const margins = {
  group: { 0: 0.35, 1: 0.65 },
  age: { young: 0.25, middle: 0.3, old: 0.45 },
};

describe('raking weights', () => {
  it('equal R', () => {
    const report = reportRakingWeights(table, { margins });
    expect([report.converged, report.n, report.missing]).toEqual([true, 1000, 0]);
    reference.first.forEach((weight, row) => expect(report.weights[row]).toBeCloseTo(weight, 9));
    expect(report.smallest).toBeCloseTo(reference.smallest, 9);
    expect(report.largest).toBeCloseTo(reference.largest, 9);
    if (!report.kish.ok) throw new Error('estimable');
    expect(report.kish.effectiveN).toBeCloseTo(reference.effectiveN, 6);
    expect(report.kish.designEffect).toBeCloseTo(reference.designEffect, 9);
  });

  it('counts are as good as shares, and the mean is 1', () => {
    const counts = { group: { 0: 3500, 1: 6500 }, age: { young: 5, middle: 6, old: 9 } };
    const [one, two] = [margins, counts].map((given) =>
      reportRakingWeights(table, { margins: given }),
    );
    one?.weights.forEach((weight, row) => expect(two?.weights[row]).toBeCloseTo(weight, 8));
    const mean = (one?.weights.reduce((sum, weight) => sum + weight, 0) ?? 0) / table.n;
    expect(mean).toBeCloseTo(1, 9);
  });

  it('bounds hold; where they forbid the margins the report says by how much', () => {
    const free = reportRakingWeights(table, { margins });
    const bounds = [0.55, 1.75] as const;
    expect(free.smallest ?? 1).toBeLessThan(bounds[0]);
    const trimmed = reportRakingWeights(table, { margins, trim: bounds });
    expect(trimmed.smallest ?? 0).toBeGreaterThanOrEqual(bounds[0]);
    expect(trimmed.largest ?? 9).toBeLessThanOrEqual(bounds[1]);
    expect(trimmed.trimmed).toBeGreaterThan(0);
    const narrow = reportRakingWeights(table, { margins, trim: [0.99, 1.01] });
    expect(narrow.converged).toBe(false);
    expect(narrow.largestDifference).toBeGreaterThan(0.05);
  });

  it('rows without a level, or with one that has no share, have no weight', () => {
    const small = tableOf({ g: ['a', 'b', 'b', '', 'c'] });
    const report = reportRakingWeights(small, { margins: { g: { a: 1, b: 1 } } });
    expect([...report.weights]).toEqual([1.5, 0.75, 0.75, 0, 0]);
    expect([report.n, report.missing]).toEqual([3, 2]);
    expect(report.kish).toMatchObject({ ok: true, designEffect: 1.125 });
  });

  it('refuses what cannot be reached', () => {
    const small = tableOf({ g: ['a', 'b'] });
    const raked = (given: Record<string, number>) => () => {
      return reportRakingWeights(small, { margins: { g: given } });
    };
    expect(raked({ a: 1, b: 1, c: 1 })).toThrow('margin-without-respondents');
    expect(raked({ a: -1, b: 2 })).toThrow('margin-shares');
    expect(() => reportRakingWeights(small, { margins: {} })).toThrow('no-margins');
    expect(() =>
      reportRakingWeights(small, { margins: { g: { a: 1, b: 1 } }, trim: [2, 3] }),
    ).toThrow('trim');
    expect(kishDesignEffect(new Float64Array(3))).toEqual({
      ...{ ok: false, reason: 'too-few-respondents' },
    });
  });

  it('equal weights cost nothing', () => {
    expect(kishDesignEffect(Float64Array.of(2, 2, 0, 2))).toEqual({
      ...{ ok: true, designEffect: 1, effectiveN: 3, coefficientOfVariation: 0 },
    });
  });
});
