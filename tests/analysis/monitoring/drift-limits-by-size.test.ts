import { describe, expect, it } from 'vitest';
import { driftLimits, type DriftLimits } from '#analysis/monitoring/drift/drift-limits.ts';
import { driftLimitsBySize } from '#analysis/monitoring/drift/drift-limits-by-size.ts';

const reference = [800, 500, 300, 200, 100, 60, 30, 10, 5, 20];
const numbersOf = (limits: DriftLimits) => {
  if (!limits.ok) throw new Error(limits.reason);
  const { psi, jensenShannon } = limits;
  return [psi.expected, psi.limit, jensenShannon.expected, jensenShannon.limit];
};

describe('drift limits by size', () => {
  const draws = 40_000;
  const bySize = driftLimitsBySize(reference, { draws });

  it.each([100, 104, 137, 333, 415, 980, 5003])('are those of %i cases', (n) => {
    const exact = numbersOf(driftLimits(reference, n, { draws, isSimulated: true }));
    numbersOf(bySize(n)).forEach((value, i) => {
      expect(Math.abs(value / (exact[i] ?? NaN) - 1)).toBeLessThan(0.03);
    });
  });

  it('fall from size to size, across the sizes that are simulated', () => {
    const limits = [380, 389, 390, 391, 400, 415, 427, 428, 429, 440].map(
      (n) => numbersOf(bySize(n))[1] ?? NaN,
    );
    expect(limits).toEqual(limits.toSorted((a, b) => b - a));
  });

  it('are the approximation where it holds, and refused where there are too few', () => {
    const even = [400, 400, 400];
    const limits = driftLimitsBySize(even);
    expect(limits(200)).toEqual(driftLimits(even, 200));
    expect(limits(200)).toMatchObject({ method: 'chi-square' });
    expect(limits(29)).toEqual({ ok: false, reason: 'too-few-cases' });
    expect(bySize(99)).toEqual({ ok: false, reason: 'too-few-cases' });
    expect(driftLimitsBySize([5, 5])(400)).toEqual({ ok: false, reason: 'too-few-cases' });
  });
});
