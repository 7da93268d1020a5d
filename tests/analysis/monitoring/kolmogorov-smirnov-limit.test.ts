import { expect, it } from 'vitest';
import { kolmogorovSmirnovLimit } from '#analysis/monitoring/drift/kolmogorov-smirnov-limit.ts';
import { kolmogorovSmirnovLimitP } from '#analysis/numeric/kolmogorov-smirnov-limit-p.ts';

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
