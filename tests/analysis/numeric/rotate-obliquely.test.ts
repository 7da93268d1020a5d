import { describe, expect, it } from 'vitest';
import { drawNormal } from '#analysis/numeric/draw-normal.ts';
import { quartimin } from '#analysis/numeric/rotation/criteria.ts';
import { rotateObliquely } from '#analysis/numeric/rotation/rotate-obliquely.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

describe('oblique rotation', () => {
  it('says that it converged where rounding hides any further fall', () => {
    const q = 5;
    const identity = Float64Array.from({ length: q * q }, (_, cell) =>
      Number(cell % (q + 1) === 0),
    );
    const generator = seededGenerator(3);
    for (let turn = 0; turn < 20; turn += 1) {
      const loadings = Float64Array.from({ length: 25 * q }, () => 2 * drawNormal(generator));
      let calls = 0;
      const criterion = (values: Float64Array) => {
        calls += 1;
        return quartimin(values, q);
      };
      const { converged } = rotateObliquely(loadings, q, criterion, identity);
      expect([turn, converged]).toEqual([turn, true]);
      expect(calls).toBeLessThan(3000);
    }
  });
});
