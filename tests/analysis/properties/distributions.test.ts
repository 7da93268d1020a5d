import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaProbability } from '#analysis/numeric/beta-probability.ts';
import { betaQuantile } from '#analysis/numeric/beta-quantile.ts';
import { bivariateNormalProbability } from '#analysis/numeric/bivariate-normal-probability.ts';
import { chiSquareP } from '#analysis/numeric/chi-square-p.ts';
import { fP } from '#analysis/numeric/f-p.ts';
import { fQuantile } from '#analysis/numeric/f-quantile.ts';
import { gammaProbability } from '#analysis/numeric/gamma-probability.ts';
import { noncentralChiSquare } from '#analysis/numeric/noncentral-chi-square.ts';
import { noncentralFInterval } from '#analysis/numeric/noncentral-f-interval.ts';
import { noncentralFProbability } from '#analysis/numeric/noncentral-f-probability.ts';
import { noncentralTInterval } from '#analysis/numeric/noncentral-t-interval.ts';
import { noncentralTProbability } from '#analysis/numeric/noncentral-t-probability.ts';
import { normalProbability } from '#analysis/numeric/normal-probability.ts';
import { normalQuantile } from '#analysis/numeric/normal-quantile.ts';
import { studentTQuantile } from '#analysis/numeric/student-t-quantile.ts';
import { studentTTwoSidedP } from '#analysis/numeric/student-t-two-sided-p.ts';
import { studentisedRangeP } from '#analysis/numeric/studentised-range-p.ts';
import { studentisedRangeQuantile } from '#analysis/numeric/studentised-range-quantile.ts';

const fixed = { seed: 20261125, numRuns: 100 };
const few = { ...fixed, numRuns: 12 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const share = number(1e-6, 1 - 1e-6);
const df = number(0.5, 400);

describe('quantiles invert probabilities', () => {
  it('normal', () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(normalProbability(normalQuantile(p))).toBeCloseTo(p, 13);
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 8);
      }),
      fixed,
    );
  });

  it('Student t', () => {
    fc.assert(
      fc.property(share, df, (p, v) => {
        const t = studentTQuantile(p, v);
        const below = studentTTwoSidedP(t, v) / 2;
        expect(t < 0 ? below : 1 - below).toBeCloseTo(p, 10);
      }),
      fixed,
    );
  });

  it('F', () => {
    fc.assert(
      fc.property(share, df, df, (p, v1, v2) => {
        expect(1 - fP(fQuantile(p, v1, v2), v1, v2)).toBeCloseTo(p, 10);
      }),
      fixed,
    );
  });

  it('beta', () => {
    fc.assert(
      fc.property(share, number(1, 100), number(1, 100), (p, a, b) => {
        const x = betaQuantile(p, a, b);
        expect(betaProbability(x, 1 - x, a, b).lower).toBeCloseTo(p, 8);
      }),
      fixed,
    );
  });

  it('studentised range', () => {
    fc.assert(
      fc.property(number(0.5, 0.999), fc.integer({ min: 2, max: 6 }), number(2, 120), (p, r, v) => {
        expect(1 - studentisedRangeP(studentisedRangeQuantile(p, r, v), r, v)).toBeCloseTo(p, 7);
      }),
      { ...fixed, numRuns: 4 },
    );
  });

  it('noncentral t and F, in the noncentrality', () => {
    fc.assert(
      fc.property(number(-6, 6), number(2, 200), number(0.5, 0.99), (t, v, level) => {
        const [low, high] = noncentralTInterval(t, v, level);
        expect(noncentralTProbability(t, v, low)).toBeCloseTo((1 + level) / 2, 7);
        expect(noncentralTProbability(t, v, high)).toBeCloseTo((1 - level) / 2, 7);
      }),
      few,
    );
    fc.assert(
      fc.property(
        number(3, 12),
        number(1, 8),
        number(5, 200),
        number(0.5, 0.9),
        (f, a, b, level) => {
          const [low, high] = noncentralFInterval(f, a, b, level);
          const above = noncentralFProbability(f, a, b, low);
          if (low > 0) expect(above).toBeCloseTo((1 + level) / 2, 7);
          else expect(above).toBeLessThan((1 + level) / 2);
          expect(noncentralFProbability(f, a, b, high)).toBeCloseTo((1 - level) / 2, 7);
        },
      ),
      few,
    );
  });
});

describe('probabilities', () => {
  const tails = [
    ['chi-square', (x: number, v: number) => chiSquareP(x, v)],
    ['F', (x: number, v: number) => fP(x, v, 7)],
    ['Student t', (x: number, v: number) => studentTTwoSidedP(x, v)],
    ['noncentral chi-square', (x: number, v: number) => 1 - noncentralChiSquare(x, v, 3)],
  ] as const;

  it.each(tails)('%s: in [0, 1], falling with x', (_, upper) => {
    fc.assert(
      fc.property(number(0, 200), number(0, 20), df, (x, more, v) => {
        const [here, beyond] = [upper(x, v), upper(x + more, v)];
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1);
        expect(beyond).toBeLessThanOrEqual(here + 1e-12);
      }),
      fixed,
    );
  });

  it('agree where one distribution is another', () => {
    fc.assert(
      fc.property(number(0.01, 30), df, (x, v) => {
        expect(fP(x * x, 1, v)).toBeCloseTo(studentTTwoSidedP(x, v), 11);
        expect(chiSquareP(x * x, 1)).toBeCloseTo(2 * normalProbability(-x), 12);
        expect(noncentralChiSquare(x, v, 0)).toBeCloseTo(1 - chiSquareP(x, v), 11);
        const { lower, upper } = gammaProbability(v, x);
        expect(lower + upper).toBeCloseTo(1, 12);
      }),
      fixed,
    );
  });

  it('two normal variables: symmetric, and one alone where the other has no bound', () => {
    const limit = number(-4, 4);
    fc.assert(
      fc.property(limit, limit, number(-0.999, 0.999), (h, k, rho) => {
        const both = bivariateNormalProbability(h, k, rho);
        expect(bivariateNormalProbability(k, h, rho)).toBeCloseTo(both, 12);
        expect(bivariateNormalProbability(h, Infinity, rho)).toBeCloseTo(normalProbability(h), 12);
        const turned = bivariateNormalProbability(h, -k, -rho);
        expect(both + turned).toBeCloseTo(normalProbability(h), 10);
      }),
      fixed,
    );
  });
});
