import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeValues } from '#analysis/numeric/code-values.ts';

describe('values numbered by size', () => {
  const value = fc.oneof(
    fc.integer({ min: -3, max: 9 }),
    fc.constantFrom(NaN, 0.5, -2.25, 1e6, 5000, -0),
  );

  it('give back every value, and the missing ones as missing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), (rows) => {
        const values = Float64Array.from(rows.flat());
        const codes = new Int16Array(values.length).fill(-9);
        const scores = [0, 1].map((column) => codeValues(values, column, 2, -2, codes));
        for (const list of scores) {
          expect(list).toEqual([...new Set(list)].sort((a, b) => a - b));
        }
        values.forEach((x, cell) => {
          const code = codes[cell] ?? NaN;
          if (Number.isNaN(x)) expect(code).toBe(-2);
          else expect(scores[cell % 2]?.[code]).toBe(x + 0);
        });
      }),
    );
  });
});
