import { describe, expect, it } from 'vitest';
import { randomInterceptTest } from '#analysis/multilevel/random-intercept-test.ts';

describe('the test that clusters do not differ', () => {
  it.each([0, 1e-10, 1e-7, -1e-7])('takes a remainder of %d for rounding', (remainder) => {
    expect(randomInterceptTest(-1000 + remainder, -1000, 1)).toEqual({ statistic: 0, p: 1 });
  });

  it('halves the tail of one degree of freedom for one intercept', () => {
    const { statistic, p } = randomInterceptTest(-1000, -1000 - 3.841458820694124 / 2, 1);
    expect(statistic).toBeCloseTo(3.841458820694124, 9);
    expect(p).toBeCloseTo(0.025, 9);
  });
});
