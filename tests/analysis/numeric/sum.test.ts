import { expect, it } from 'vitest';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import { sum } from '#analysis/numeric/sum.ts';

it('adds up in the order given, nothing to 0, and says what is missing', () => {
  expect(sum([1, 2, 3.5])).toBe(6.5);
  expect(sum(Float64Array.of(0.1, 0.2, 0.3))).toBe(0.1 + 0.2 + 0.3);
  expect(sum([])).toBe(0);
  expect(sum([1, NaN])).toBeNaN();
  expect(sumBy([{ n: 2 }, { n: 5 }], ({ n }) => n)).toBe(7);
  expect(sumBy([], () => 1)).toBe(0);
});
