import { expect, it } from 'vitest';
import { driftLimits } from '#analysis/monitoring/drift/drift-limits.ts';
import { jensenShannonDistance } from '#analysis/monitoring/drift/jensen-shannon-distance.ts';
import { drawBinomial } from '#analysis/numeric/draw-binomial.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

const random = seededGenerator(5);
const n = 4000;
/** Counts of n cases over bins of equal share. */
const draw = (bins: number) => {
  let left = n;
  return Array.from({ length: bins }, (_, bin) => {
    const count = drawBinomial(left, 1 / (bins - bin), random);
    left -= count;
    return count;
  });
};

it.each([2, 10])('the mean distance of %i bins without drift is what it is called', (bins) => {
  const reference = Array.from({ length: bins }, () => n / bins);
  const limits = driftLimits(reference, n);
  const rounds = Array.from({ length: 4000 }, () => jensenShannonDistance(draw(bins), draw(bins)));
  const mean = rounds.reduce((sum, value) => sum + value, 0) / rounds.length;
  expect(limits).toMatchObject({ ok: true, method: 'chi-square' });
  const expected = limits.ok ? limits.jensenShannon.expected : NaN;
  expect(expected / mean).toBeGreaterThan(0.96);
  expect(expected / mean).toBeLessThan(1.04);
});

it('a limit that one quiet period in a thousand exceeds is about the same with any seed', () => {
  const reference = [800, 500, 300, 200, 100, 60, 30, 10, 5, 20];
  const limits = [1, 2, 3, 4, 5, 6].map((seed) => {
    const found = driftLimits(reference, 300, { level: 0.999, seed });
    return found.ok ? found.psi.limit : NaN;
  });
  expect(Math.max(...limits) / Math.min(...limits)).toBeLessThan(1.15);
});
