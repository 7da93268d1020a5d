import { describe, expect, it } from 'vitest';
import { DomainError } from '#analysis/errors.ts';
import { betaProbability } from '#analysis/numeric/beta-probability.ts';
import { chiSquareP } from '#analysis/numeric/chi-square-p.ts';
import { fP } from '#analysis/numeric/f-p.ts';
import { fQuantile } from '#analysis/numeric/f-quantile.ts';
import { findRoot } from '#analysis/numeric/find-root.ts';
import { gammaProbability } from '#analysis/numeric/gamma-probability.ts';
import { logGamma } from '#analysis/numeric/log-gamma.ts';
import { normalProbability } from '#analysis/numeric/normal-probability.ts';
import { normalQuantile } from '#analysis/numeric/normal-quantile.ts';
import { studentTQuantile } from '#analysis/numeric/student-t-quantile.ts';
import { studentTTwoSidedP } from '#analysis/numeric/student-t-two-sided-p.ts';
import cases from '#tests/fixtures/analysis/distributions/cases.json' with { type: 'json' };

type Row = readonly number[];
const at = (row: Row, column: number): number => row[column] ?? NaN;

/** Largest |x − e| / max(floor, |e|) over the rows. */
function deviation(rows: readonly Row[], value: (row: Row) => number, column: number, floor = 0) {
  const deviations = rows.map((row) => {
    const expected = at(row, column);
    return Math.abs(value(row) - expected) / Math.max(floor, Math.abs(expected));
  });
  return Math.max(...deviations);
}

describe('distribution functions against R', () => {
  it('ln Γ', () => {
    expect(deviation(cases.lgamma, (row) => logGamma(at(row, 0)), 1, 1)).toBeLessThan(1e-13);
  });

  it('both tails of the beta distribution, relative in each tail', () => {
    const value = (row: Row) => betaProbability(at(row, 0), 1 - at(row, 0), at(row, 1), at(row, 2));
    expect(deviation(cases.pbeta, (row) => value(row).lower, 3, 1e-3)).toBeLessThan(1e-12);
    expect(deviation(cases.pbeta, (row) => value(row).upper, 4, 1e-3)).toBeLessThan(1e-12);
  });

  it('normal quantile', () => {
    const rows = cases.qnorm.filter((row) => at(row, 1) !== 0);
    expect(deviation(rows, (row) => normalQuantile(at(row, 0)), 1)).toBeLessThan(1e-13);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('two-sided p of Student t, down to 1e-300', () => {
    const value = (row: Row) => studentTTwoSidedP(at(row, 0), at(row, 1));
    expect(deviation(cases.pt, value, 2, 1e-300)).toBeLessThan(1e-11);
  });

  it('Student t quantile', () => {
    const rows = cases.qt.filter((row) => at(row, 2) !== 0);
    const value = (row: Row) => studentTQuantile(at(row, 0), at(row, 1));
    expect(deviation(rows, value, 2)).toBeLessThan(1e-12);
  });

  it('F quantile', () => {
    const value = (row: Row) => fQuantile(at(row, 0), at(row, 1), at(row, 2));
    expect(deviation(cases.qf, value, 3)).toBeLessThan(1e-11);
  });

  it('normal probability, relative in the lower tail', () => {
    expect(deviation(cases.pnorm, (row) => normalProbability(at(row, 0)), 1)).toBeLessThan(1e-13);
  });

  it('both tails of the gamma distribution', () => {
    const value = (row: Row) => gammaProbability(at(row, 1), at(row, 0));
    expect(deviation(cases.pgamma, (row) => value(row).lower, 2, 1e-3)).toBeLessThan(1e-12);
    expect(deviation(cases.pgamma, (row) => value(row).upper, 3)).toBeLessThan(1e-9);
  });

  it('p of F', () => {
    const value = (row: Row) => fP(at(row, 0), at(row, 1), at(row, 2));
    expect(deviation(cases.pf, value, 3, 1e-300)).toBeLessThan(1e-11);
  });
});

describe('identities', () => {
  it.each([
    [0.3, 2.5, 7],
    [0.999, 50_000, 12],
    [0.5, 3e6, 3e6],
  ])('I_x(a, b) = 1 − I_y(b, a) at x = %d', (x, a, b) => {
    const one = betaProbability(x, 1 - x, a, b);
    const other = betaProbability(1 - x, x, b, a);
    expect(one.lower).toBeCloseTo(other.upper, 13);
    expect(one.lower + one.upper).toBeCloseTo(1, 14);
  });

  it('F with one numerator degree of freedom is t squared', () => {
    for (const v of [3, 27.5, 4_000_000]) {
      expect(fQuantile(0.95, 1, v)).toBeCloseTo(studentTQuantile(0.975, v) ** 2, 11);
    }
  });

  it('quantiles invert probabilities where R approximates (ν₂ > 400,000)', () => {
    const [v1, v2] = [99_999, 5_899_941];
    const ratio = (v1 * fQuantile(0.025, v1, v2)) / v2;
    const { lower } = betaProbability(ratio / (1 + ratio), 1 / (1 + ratio), v1 / 2, v2 / 2);
    expect(lower).toBeCloseTo(0.025, 11);
  });

  it('a root outside the bracket is not invented', () => {
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(findRoot((x) => x * x + 1, 0, 2)).toBeNaN();
  });
});

describe('degenerate inputs', () => {
  it('chi-square with two degrees of freedom is exponential', () => {
    expect(chiSquareP(7, 2)).toBeCloseTo(Math.exp(-3.5), 15);
    expect(chiSquareP(Infinity, 3)).toBe(0);
    expect(() => chiSquareP(-1, 2)).toThrow(DomainError);
    expect(() => gammaProbability(0, 1)).toThrow(DomainError);
    expect(() => normalProbability(NaN)).toThrow(DomainError);
    expect(() => fP(1, 0, 2)).toThrow(DomainError);
  });

  it.each<[string, () => unknown]>([
    ['ln Γ of 0', () => logGamma(0)],
    ['ln Γ of NaN', () => logGamma(NaN)],
    ['beta with a negative shape', () => betaProbability(0.5, 0.5, -1, 2)],
    ['normal quantile of 1', () => normalQuantile(1)],
    ['t quantile of 0', () => studentTQuantile(0, 3)],
    ['t with no degrees of freedom', () => studentTTwoSidedP(1, 0)],
    ['t of NaN', () => studentTTwoSidedP(NaN, 3)],
    ['F quantile with no degrees of freedom', () => fQuantile(0.5, 0, 1)],
  ])('%s is refused', (_, call) => {
    expect(call).toThrow(DomainError);
  });

  it('an infinite t leaves no probability', () => {
    expect(studentTTwoSidedP(Infinity, 3)).toBe(0);
    expect(betaProbability(0, 1, 2, 2)).toEqual({ lower: 0, upper: 1 });
    expect(betaProbability(1, 0, 2, 2)).toEqual({ lower: 1, upper: 0 });
  });
});
