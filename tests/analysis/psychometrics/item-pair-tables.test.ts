import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError, ShapeError } from '#analysis/errors.ts';
import { buildItemPairTables } from '#analysis/psychometrics/build-item-pair-tables.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { categoryCounts } from '#analysis/psychometrics/category-counts.ts';
import { itemCovariance } from '#analysis/psychometrics/item-covariance.ts';
import { mergeItemPairTables } from '#analysis/psychometrics/merge-item-pair-tables.ts';

const items = [
  { codes: [1, 2, 3], scores: [3, 2, 1] },
  { codes: [0, 7], scores: [0, 1] },
  { codes: [1, 2, 3, 4], scores: [1, 2, 3, 10] },
];
const legal = items.map(({ codes }) => [...codes, -1, -2, -3, -4, -5]);
const rowsArbitrary = fc.array(fc.tuple(...legal.map((codes) => fc.constantFrom(...codes))));
const build = (rows: readonly (readonly number[])[]) =>
  buildItemPairTables({ codes: Int16Array.from(rows.flat()), items });

describe('item pair tables', () => {
  it('merging equals building from the concatenated data', () => {
    fc.assert(
      fc.property(rowsArbitrary, rowsArbitrary, (a, b) => {
        expect(mergeItemPairTables(build(a), build(b))).toEqual(build([...a, ...b]));
      }),
    );
  });

  it('hold what counting by hand finds', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const tables = build(rows);
        const m = 9;
        const first = [0, 3, 5];
        const complete = rows.filter((row) => row.every((code) => code >= 0));
        expect(tables.n).toBe(rows.length);
        expect(tables.completeCases).toBe(complete.length);
        for (const [i, a] of items.entries()) {
          for (const [j, b] of items.entries()) {
            if (j < i) continue;
            for (const [x, codeA] of a.codes.entries()) {
              for (const [y, codeB] of b.codes.entries()) {
                if (i === j && y < x) continue;
                const cell = ((first[i] ?? 0) + x) * m + (first[j] ?? 0) + y;
                const both = (row: readonly number[]) => row[i] === codeA && row[j] === codeB;
                expect(tables.pairs[cell]).toBe(rows.filter(both).length);
                expect(tables.completePairs[cell]).toBe(complete.filter(both).length);
              }
            }
          }
          for (const reason of [1, 2, 3, 4, 5]) {
            const count = rows.filter((row) => row[i] === -reason).length;
            expect(tables.missing[i * 5 + reason - 1]).toBe(count);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('of many rows equal the sum over short chunks, whatever the numbers of options', () => {
    const next = seededGenerator(7);
    const sizes = [5, 5, 2, 7, 1, 130, 3, 4, 5];
    const wide = sizes.map((size) => {
      const codes = Array.from({ length: size }, (_, code) => code);
      return { codes, scores: codes };
    });
    const rows = 25_000;
    const codes = new Int16Array(rows * sizes.length);
    codes.forEach((_, cell) => {
      const size = sizes[cell % sizes.length] ?? 1;
      codes[cell] = next() < 0.02 ? -2 : Math.floor(next() * size);
    });
    const all = buildItemPairTables({ codes, items: wide });
    const chunk = 1000 * sizes.length;
    let sum = buildItemPairTables({ codes: new Int16Array(0), items: wide });
    for (let start = 0; start < codes.length; start += chunk) {
      const part = codes.slice(start, start + chunk);
      sum = mergeItemPairTables(sum, buildItemPairTables({ codes: part, items: wide }));
    }
    expect(all).toEqual(sum);
    expect(all.completeCases).toBeGreaterThan(20_000);
  });

  it('give the covariance of the scores', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const complete = rows.filter((row) => row.every((code) => code >= 0));
        fc.pre(complete.length > 1);
        const scored = complete.map((row) =>
          row.map((code, i) => items[i]?.scores[items[i].codes.indexOf(code)] ?? NaN),
        );
        const mean = (i: number) =>
          scored.reduce((sum, row) => sum + (row[i] ?? NaN), 0) / scored.length;
        const covariance = itemCovariance(build(rows), 'listwise');
        for (const i of [0, 1, 2]) {
          for (const j of [0, 1, 2]) {
            const products = scored.map(
              (r) => ((r[i] ?? NaN) - mean(i)) * ((r[j] ?? NaN) - mean(j)),
            );
            const expected = products.reduce((sum, p) => sum + p, 0) / (scored.length - 1);
            expect(covariance.get(i, j)).toBeCloseTo(expected, 10);
          }
        }
      }),
    );
  });

  it('can be built from some columns of a wider matrix', () => {
    const codes = Int16Array.from([1, 0, 4, 3, 7, -2]);
    const [first, , third] = items;
    const tables = buildItemPairTables({
      codes,
      items: [third, first].flatMap((item) => item ?? []),
      columns: [2, 0],
      width: 3,
    });
    expect(categoryCounts(tables, 0)).toEqual([0, 0, 0, 1]);
    expect(categoryCounts(tables, 1)).toEqual([1, 0, 1]);
    expect(categoryCounts(tables, 1, 'listwise')).toEqual([1, 0, 0]);
  });
});

describe('refusals', () => {
  const build1 = (codes: number[], specification = { codes: [1, 2], scores: [1, 2] }) => {
    return () => buildItemPairTables({ codes: Int16Array.from(codes), items: [specification] });
  };
  it.each<[string, () => unknown, string]>([
    ['a code that is no option', build1([1, 3]), 'illegal-code'],
    ['a missing reason that does not exist', build1([-6]), 'illegal-code'],
    ['a far code', build1([32767]), 'illegal-code'],
    ['a code twice', build1([1], { codes: [1, 1], scores: [1, 2] }), 'item-codes'],
    ['a negative option', build1([1], { codes: [-1], scores: [1] }), 'item-codes'],
    ['no options', build1([], { codes: [], scores: [] }), 'item-codes'],
    ['a score that is no number', build1([1], { codes: [1], scores: [NaN] }), 'score'],
  ])('%s', (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ code, constructor: DomainError }));
  });

  it('shapes that do not fit', () => {
    const item = { codes: [1], scores: [1] };
    const codes = Int16Array.from([1, 1, 1]);
    expect(() => buildItemPairTables({ codes, items: [item, item] })).toThrow(ShapeError);
    expect(() => buildItemPairTables({ codes, items: [item], columns: [3], width: 3 })).toThrow(
      ShapeError,
    );
    expect(() => buildItemPairTables({ codes, items: [{ codes: [1], scores: [] }] })).toThrow(
      ShapeError,
    );
    const other = buildItemPairTables({ codes, items: [{ codes: [1], scores: [2] }] });
    const one = buildItemPairTables({ codes, items: [item] });
    expect(() => mergeItemPairTables(one, other)).toThrow(ShapeError);
  });

  it('an item outside the tables', () => {
    expect(() => categoryCounts(build([]), 3)).toThrow(DomainError);
  });
});
