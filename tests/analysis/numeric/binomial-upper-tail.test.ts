import { expect, it } from 'vitest';
import { DomainError } from '#analysis/errors.ts';
import { binomialUpperTail } from '#analysis/numeric/binomial-upper-tail.ts';

it.each([
  [0, 10, 0.05, 1],
  [1, 10, 0.05, 0.4012630607616211],
  [2, 5, 0.05, 0.0225925],
  [6, 10, 0.05, 2.7545826171875e-6],
  [10, 10, 0.05, 9.765625e-14],
  [30, 100, 0.2, 0.011248978720991634],
  [500, 1000, 0.5, 0.5126125090891804],
  [3, 3, 0, 0],
  [3, 3, 1, 1],
  [0, 0, 0.5, 1],
])('of %i or more of %i at %d is %d', (x, n, p, tail) => {
  expect(Math.abs(binomialUpperTail(x, n, p) - tail)).toBeLessThanOrEqual(1e-13 * tail);
});

it.each([
  [4, 3, 0.5],
  [-1, 3, 0.5],
  [1.5, 3, 0.5],
  [1, 3, 1.2],
  [1, NaN, 0.5],
])('of %d in %d at %d is refused', (x, n, p) => {
  expect(() => binomialUpperTail(x, n, p)).toThrow(DomainError);
});
