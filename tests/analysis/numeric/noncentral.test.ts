import { describe, expect, it } from 'vitest';
import { DomainError } from '#analysis/errors.ts';
import { noncentralFProbability } from '#analysis/numeric/noncentral-f-probability.ts';
import { noncentralTProbability } from '#analysis/numeric/noncentral-t-probability.ts';
import { studentTTwoSidedP } from '#analysis/numeric/student-t-two-sided-p.ts';
import { studentisedRangeP } from '#analysis/numeric/studentised-range-p.ts';
import { studentisedRangeQuantile } from '#analysis/numeric/studentised-range-quantile.ts';
import cases from '#tests/fixtures/analysis/noncentral/cases.json' with { type: 'json' };

type Row = readonly number[];
const at = (row: Row, column: number): number => row[column] ?? NaN;
const worst = (rows: readonly Row[], value: (row: Row) => number, column: number) =>
  Math.max(...rows.map((row) => Math.abs(value(row) - at(row, column))));

describe('against R', () => {
  it('noncentral t', () => {
    const value = (row: Row) => noncentralTProbability(at(row, 0), at(row, 1), at(row, 2));
    expect(worst(cases.t, value, 3)).toBeLessThan(1e-10);
  });
  it('noncentral F', () => {
    const value = (row: Row) =>
      noncentralFProbability(at(row, 0), at(row, 1), at(row, 2), at(row, 3));
    expect(worst(cases.f, value, 4)).toBeLessThan(2e-9);
  });
  it('studentised range and its quantile', () => {
    const value = (row: Row) => studentisedRangeP(at(row, 0), at(row, 1), at(row, 2));
    expect(worst(cases.range, value, 3)).toBeLessThan(1e-9);
    const quantile = (row: Row) => studentisedRangeQuantile(at(row, 0), at(row, 1), at(row, 2));
    expect(worst(cases.quantile, quantile, 3)).toBeLessThan(1e-4);
  });
});

it('the range of two means is Student t', () => {
  for (const [q, v] of [
    [0.5, 7],
    [4, 30],
  ] as const) {
    expect(studentisedRangeP(q, 2, v)).toBeCloseTo(studentTTwoSidedP(q / Math.SQRT2, v), 8);
  }
});

it('refuses what is outside the domain', () => {
  expect(() => noncentralTProbability(NaN, 3, 0)).toThrow(DomainError);
  expect(() => noncentralFProbability(-1, 3, 3, 0)).toThrow(DomainError);
  expect(() => studentisedRangeP(1, 1, 3)).toThrow(DomainError);
  expect(() => studentisedRangeQuantile(1, 2, 3)).toThrow(DomainError);
});
