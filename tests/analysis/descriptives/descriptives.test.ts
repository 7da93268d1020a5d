import { describe, expect, it } from 'vitest';
import { describeValues } from '#analysis/descriptives/describe-values.ts';
import { proratedSums } from '#analysis/descriptives/prorated-sums.ts';
import { quantileOfSorted } from '#analysis/descriptives/quantile-of-sorted.ts';
import { reportDescriptives } from '#analysis/descriptives/report-descriptives.ts';
import type { Table } from '#analysis/table/table.ts';

function table(columns: Record<string, number[]>): Table {
  const entries = Object.entries(columns).map(([name, values]) => {
    return [name, { kind: 'number', values: Float64Array.from(values) }] as const;
  });
  return { n: Object.values(columns)[0]?.length ?? 0, columns: new Map(entries) };
}

describe('one variable', () => {
  it('nobody answered: counts alone', () => {
    expect(describeValues(Float64Array.of(NaN, NaN))).toEqual({ n: 0, missing: 2 });
  });

  it('one answer has no spread, equal answers no shape', () => {
    expect(describeValues(Float64Array.of(3)).sd).toBeUndefined();
    const equal = describeValues(Float64Array.of(0.1, 0.1, 0.1, NaN));
    expect(equal).toMatchObject({ n: 3, missing: 1, sd: 0, mode: 0.1 });
    expect(equal.skewness).toBeUndefined();
  });

  it('the order of the rows changes no digit', () => {
    const values = [0.1, 0.7, 0.2, 0.4, 0.3];
    expect(describeValues(Float64Array.from(values))).toEqual(
      describeValues(Float64Array.from(values.toReversed())),
    );
  });

  it('quantiles interpolate', () => {
    const sorted = Float64Array.of(1, 2, 3, 4);
    expect([0, 0.25, 0.5, 1].map((p) => quantileOfSorted(sorted, p))).toEqual([1, 1.75, 2.5, 4]);
  });
});

describe('a scale', () => {
  it('counts every option of the range, chosen or not', () => {
    const { items } = reportDescriptives(table({ a: [1, 2, 2], b: [3, 3, 1] }), {
      ...{ items: ['a', 'b'], reverse: ['b'], minCategory: 1, maxCategory: 3 },
    });
    expect(items[0]?.counts.map(({ count }) => count)).toEqual([1, 2, 0]);
    expect(items[0]).toMatchObject({ floor: 1 / 3, ceiling: 0 });
  });

  it('prorates where half were answered', () => {
    const names = ['a', 'b', 'c', 'd'];
    const values = Float64Array.of(1, 2, 3, 4, 2, 4, NaN, NaN, 5, NaN, NaN, NaN);
    expect([...proratedSums({ names, n: 3, values })]).toEqual([10, 12, NaN]);
  });

  it('refuses answers outside the range', () => {
    const wrong = { items: ['a'], minCategory: 1, maxCategory: 5 };
    expect(() => reportDescriptives(table({ a: [1, 6] }), wrong)).toThrow('outside-categories');
  });
});
