import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError, ShapeError } from '#analysis/errors.ts';
import { selectReleasable } from '#analysis/suppression/releasable-rows.ts';

const row = fc.record({
  groups: fc.tuple(
    fc.constantFrom('A', 'B', 'C'),
    fc.constantFrom('en', 'ar'),
    fc.constantFrom('x', 'y', ''),
  ),
});

/** Rows gained by each level of each dimension. */
function gains(
  pending: readonly { groups: readonly string[] }[],
  chosen: readonly number[],
): number[] {
  const counts = new Map<string, number>();
  for (const index of chosen) {
    pending[index]?.groups.forEach((level, dimension) => {
      const key = `${dimension}:${level}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
  }
  return [...counts.values()];
}

describe('rows that may be published now', () => {
  it('every level of every dimension gains none or at least k', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 80 }),
        fc.integer({ min: 2, max: 12 }),
        (pending, k) => {
          const chosen = selectReleasable(pending, k);
          expect(gains(pending, chosen).every((gain) => gain >= k)).toBe(true);
          expect(chosen.length === 0 || chosen.length >= k).toBe(true);
          expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('is the largest such set (exhaustive search)', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), fc.constantFrom(2, 3), (pending, k) => {
        let best = 0;
        for (let mask = 0; mask < 1 << pending.length; mask += 1) {
          const subset = [...pending.keys()].filter((index) => (mask >> index) & 1);
          if (gains(pending, subset).every((gain) => gain >= k))
            best = Math.max(best, subset.length);
        }
        expect(selectReleasable(pending, k)).toHaveLength(best);
      }),
      { numRuns: 60 },
    );
  });

  it('dropping one level may drag others with it', () => {
    const pending = [
      ...Array.from({ length: 10 }, () => ({ groups: ['A', 'en'] })),
      ...Array.from({ length: 9 }, () => ({ groups: ['B', 'ar'] })),
      { groups: ['A', 'ar'] },
    ];
    expect(selectReleasable(pending, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(selectReleasable(pending, 11)).toEqual([]);
  });

  it('a hundred thousand rows take well under a second', () => {
    const pending = Array.from({ length: 100_000 }, (_, i) => ({
      groups: [`s${i % 50}`, `c${i % 7}`, `r${i % 20_000}`],
    }));
    const start = performance.now();
    expect(selectReleasable(pending, 10)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('nothing pending, no dimensions, refusals', () => {
    expect(selectReleasable([], 10)).toEqual([]);
    expect(selectReleasable([{ groups: [] }, { groups: [] }], 2)).toEqual([0, 1]);
    expect(selectReleasable([{ groups: [] }], 2)).toEqual([]);
    expect(() => selectReleasable([{ groups: ['a'] }, { groups: [] }], 2)).toThrow(ShapeError);
    for (const k of [1, 0, 2.5, NaN]) expect(() => selectReleasable([], k)).toThrow(DomainError);
  });
});
