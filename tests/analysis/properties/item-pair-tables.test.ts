import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildItemPairTables } from '#analysis/psychometrics/build-item-pair-tables.ts';
import { cronbachAlpha } from '#analysis/psychometrics/cronbach-alpha.ts';
import { describeItemTables } from '#analysis/psychometrics/describe-item-tables.ts';
import { mergeItemPairTables } from '#analysis/psychometrics/merge-item-pair-tables.ts';
import { shuffled } from '../support/sample-columns.ts';

const fixed = { seed: 20261125, numRuns: 80 };
const items = [
  { codes: [1, 2, 3], scores: [1, 2, 3] },
  { codes: [1, 2, 3], scores: [3, 2, 1] },
  { codes: [0, 1], scores: [0, 1] },
];
const answer = (codes: readonly number[]) => fc.constantFrom(...codes, ...codes, -1, -2, -4);
const rowsArbitrary = fc.array(fc.tuple(...items.map(({ codes }) => answer(codes))), {
  minLength: 4,
  maxLength: 60,
});
type Rows = readonly (readonly number[])[];
const build = (rows: Rows) => buildItemPairTables({ codes: Int16Array.from(rows.flat()), items });

describe('item pair tables', () => {
  it('of chunks add up to the table of the whole, in any order', () => {
    const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 5 });
    fc.assert(
      fc.property(rowsArbitrary, cuts, fc.integer(), (rows, places, seed) => {
        const bounds = [0, ...places.map((at) => Math.min(at, rows.length)), rows.length].sort(
          (a, b) => a - b,
        );
        const chunks = bounds.slice(1).map((end, place) => rows.slice(bounds[place], end));
        const total = shuffled(chunks, seed).map(build).reduce(mergeItemPairTables);
        expect(total).toEqual(build(rows));
        expect(describeItemTables(total)).toEqual(describeItemTables(build(rows)));
      }),
      fixed,
    );
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.integer(), (rows, seed) => {
        expect(build(shuffled(rows, seed))).toEqual(build(rows));
      }),
      fixed,
    );
  });

  it('give the same alpha whatever the reason of a missing answer', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.constantFrom(-1, -2, -3, -4, -5), (rows, reason) => {
        const relabelled = rows.map((row) => row.map((code) => (code < 0 ? reason : code)));
        expect(cronbachAlpha(build(relabelled))).toEqual(cronbachAlpha(build(rows)));
        const missing = (of: Rows) => build(of).missing.reduce((sum, count) => sum + count, 0);
        expect(missing(relabelled)).toBe(missing(rows));
      }),
      fixed,
    );
  });
});
