import { expect, it } from 'vitest';
import { drawBinomial } from '#analysis/numeric/draw-binomial.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

it.each([
  [1, 0.3],
  [12, 0.5],
  [40, 0.02],
  [5000, 0.4],
])('n = %i, p = %f: mean and variance are those of the binomial distribution', (n, p) => {
  const random = seededGenerator(n);
  const draws = Array.from({ length: 4000 }, () => drawBinomial(n, p, random));
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
  const spread = n * p * (1 - p);
  expect(Math.abs(mean - n * p) / Math.sqrt(spread / draws.length)).toBeLessThan(3.5);
  expect(variance / spread).toBeGreaterThan(0.85);
  expect(variance / spread).toBeLessThan(1.15);
  expect(draws.every((x) => Number.isInteger(x) && x >= 0 && x <= n)).toBe(true);
});

it('has nothing to decide without draws or chance', () => {
  const random = seededGenerator(1);
  expect([
    drawBinomial(0, 0.5, random),
    drawBinomial(9, 0, random),
    drawBinomial(9, 1, random),
  ]).toEqual([0, 0, 9]);
});
