import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeError } from '#analysis/errors.ts';
import { suppressDimensions } from '#analysis/suppression/suppress-dimensions.ts';

const people = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1)), { minLength: 1, maxLength: 60 });

function dimensionsOf(rows: readonly (readonly number[])[]) {
  return [3, 3, 2].map((levels, d) => ({
    levels,
    index: Int32Array.from(rows, (row) => row[d] ?? 0),
  }));
}

describe('suppression across dimensions', () => {
  it('no two published margins of nested or disjoint groups differ by fewer than k people', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 8 }), (rows, k) => {
        fc.pre(rows.length >= k);
        const releases = suppressDimensions(dimensionsOf(rows), k);
        const members = (d: number, level: number) =>
          new Set([...rows.keys()].filter((row) => rows[row]?.[d] === level));
        const shown = releases.flatMap((levels, d) =>
          [...levels.entries()].filter(([, r]) => r.shown).map(([level]) => members(d, level)),
        );
        for (const a of shown) {
          expect(a.size).toBeGreaterThanOrEqual(k);
          for (const b of shown) {
            const both = [...a].filter((row) => b.has(row)).length;
            const isSolvable =
              both === b.size || both === 0 || a.size + b.size - both === rows.length;
            const atoms = [
              both,
              a.size - both,
              b.size - both,
              rows.length - a.size - b.size + both,
            ];
            if (isSolvable) expect(atoms.every((n) => n === 0 || n >= k)).toBe(true);
          }
        }
      }),
    );
  });

  it('a language spoken at one site only does not give the others there away', () => {
    const site = [...Array<number>(30).fill(0), ...Array<number>(30).fill(1)];
    const language = [...Array<number>(27).fill(0), ...Array<number>(33).fill(1)];
    const [sites, languages] = suppressDimensions(
      [site, language].map((index) => ({ levels: 2, index: Int32Array.from(index) })),
      10,
    );
    expect(sites?.map(({ shown }) => shown)).toEqual([true, true]);
    expect(languages).toEqual([
      { shown: false, reason: 'complementary' },
      { shown: false, reason: 'complementary' },
    ]);
  });

  it('no dimensions, unequal lengths', () => {
    expect(suppressDimensions([], 10)).toEqual([]);
    const short = { levels: 1, index: new Int32Array(1) };
    expect(() => suppressDimensions([short, { levels: 1, index: new Int32Array(2) }], 10)).toThrow(
      ShapeError,
    );
  });
});
