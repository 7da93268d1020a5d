import { expect, it } from 'vitest';
import { kolmogorovSmirnovLimit } from '#analysis/monitoring/drift/kolmogorov-smirnov-limit.ts';
import { kolmogorovSmirnovLimitP } from '#analysis/numeric/kolmogorov-smirnov-limit-p.ts';

// kstwobign.isf(1 − level) of SciPy 1.17.1.
it.each([
  [0.95, 1.3580986393225505],
  [0.99, 1.6276236115189502],
  [0.999, 1.949474603504375],
])('is the quantile of the limiting distribution at level %d', (level, quantile) => {
  for (const n of [100, 5000]) {
    const limit = kolmogorovSmirnovLimit(n, n, level);
    expect(limit * Math.sqrt(n / 2)).toBeCloseTo(quantile, 4);
  }
});

it.each([0.95, 0.99, 0.999])('is exceeded by chance as often as level %d says', (level) => {
  for (const [n1, n2] of [
    [100, 100],
    [2000, 350],
    [50, 40_000],
  ] as const) {
    const limit = kolmogorovSmirnovLimit(n1, n2, level);
    const p = kolmogorovSmirnovLimitP(Math.sqrt((n1 * n2) / (n1 + n2)) * limit);
    expect(p).toBeCloseTo(1 - level, 5);
  }
});

it('is of no use without cases, and refuses a level that is none', () => {
  expect(kolmogorovSmirnovLimit(0, 100)).toBe(1);
  expect(kolmogorovSmirnovLimit(1, 1)).toBe(1);
  expect(() => kolmogorovSmirnovLimit(10, 10, 1)).toThrow();
});
