import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeError } from '#analysis/errors.ts';
import { kAnonymise, type QuasiIdentifier } from '#analysis/suppression/k-anonymise.ts';
import { smallClasses } from '#analysis/suppression/small-classes.ts';

const columns: QuasiIdentifier[] = [
  { id: 'day', generalisations: [(day) => day.slice(0, 7), () => 'wave 1'], mayDrop: false },
  { id: 'role', generalisations: [], mayDrop: true },
  { id: 'site', generalisations: [], mayDrop: true },
];
const row = fc.tuple(
  fc.constantFrom('2026-10-01', '2026-10-02', '2026-11-01'),
  fc.constantFrom('nurse', 'doctor', 'midwife', ''),
  fc.constantFrom('A', 'B', 'C'),
);

describe('k-anonymous rows', () => {
  it('every class holds at least k rows, and those left out are none or at least k', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 120 }),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom(0, 0.2, 1),
        fc.boolean(),
        (rows, k, maximumSuppressed, mayDrop) => {
          const declared = columns.map((column) => ({
            ...column,
            mayDrop: mayDrop && column.mayDrop,
          }));
          const result = kAnonymise({
            rows,
            columns: declared,
            minimumCellSize: k,
            maximumSuppressed,
          });
          if (!result.ok) {
            expect(mayDrop && rows.length >= k).toBe(false);
            return;
          }
          const classes = new Map<string, number>();
          for (const r of result.rows) {
            const key = JSON.stringify(r);
            classes.set(key, (classes.get(key) ?? 0) + 1);
          }
          expect(Math.min(...classes.values())).toBeGreaterThanOrEqual(k);
          expect(Math.min(...classes.values())).toBe(result.smallestClass);
          expect(result.rows.length + result.suppressedRows).toBe(rows.length);
          expect(result.indexes).toHaveLength(result.rows.length);
          expect(result.suppressedRows === 0 || result.suppressedRows >= k).toBe(true);
          expect(result.suppressedRows).toBeLessThanOrEqual(maximumSuppressed * rows.length);
        },
      ),
    );
  });

  it('goes no further than it must, in the declared order', () => {
    const days = ['2026-10-01', '2026-10-02'];
    const rows = days.flatMap((day) => Array.from({ length: 3 }, () => [day, 'nurse', 'A']));
    const at = (k: number) => {
      const result = kAnonymise({ rows, columns, minimumCellSize: k, maximumSuppressed: 0 });
      return result.ok
        ? { steps: result.steps, first: result.rows[0], smallest: result.smallestClass }
        : result;
    };
    expect(at(3)).toEqual({ steps: [], first: ['2026-10-01', 'nurse', 'A'], smallest: 3 });
    expect(at(4)).toEqual({
      steps: [{ column: 'day', action: 'generalised', level: 1 }],
      first: ['2026-10', 'nurse', 'A'],
      smallest: 6,
    });
    expect(at(7)).toEqual({ ok: false, reason: 'below-minimum' });
  });

  it('drops the columns that may go, then withholds rather than losing too many rows', () => {
    const rows = [
      ...Array.from({ length: 12 }, () => ['d', 'nurse', 'A']),
      ['d', 'doctor', 'A'],
      ['d', 'nurse', 'B'],
    ];
    const dropped = kAnonymise({ rows, columns, minimumCellSize: 10, maximumSuppressed: 0 });
    expect(dropped).toMatchObject({ ok: true, smallestClass: 14, suppressedRows: 0 });
    expect(dropped.ok && dropped.rows[0]).toEqual(['wave 1', null, null]);
    const fixed = columns.map((column) => ({ ...column, mayDrop: false }));
    expect(
      kAnonymise({ rows, columns: fixed, minimumCellSize: 10, maximumSuppressed: 0.1 }),
    ).toEqual({
      ok: false,
      reason: 'too-many-suppressed',
    });
  });

  it('one row too many takes the smallest class with it', () => {
    const keys = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'b', 'c'];
    expect(smallClasses(keys, 3)).toEqual({
      kept: [4, 5, 6, 7, 8],
      dropped: [0, 1, 2, 3, 9],
      smallestClass: 5,
    });
    expect(smallClasses(keys.slice(0, 9), 3)).toMatchObject({ dropped: [], smallestClass: 4 });
    expect(smallClasses([], 3)).toEqual({ kept: [], dropped: [], smallestClass: 0 });
  });

  it('rows of another width are refused', () => {
    const input = { rows: [['x']], columns, minimumCellSize: 2, maximumSuppressed: 0 };
    expect(() => kAnonymise(input)).toThrow(ShapeError);
  });
});
