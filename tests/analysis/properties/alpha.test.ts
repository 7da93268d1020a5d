import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeAlpha } from '#analysis/reliability/describe-alpha.ts';
import { covarianceOfRows } from '#analysis/psychometrics/covariance-of-rows.ts';
import { itemMatrix } from '#analysis/table/item-matrix.ts';
import { largestDeviation } from '../support/largest-deviation.ts';
import { sampleColumns, shuffled, shuffleRows, type Columns } from '../support/sample-columns.ts';
import { tableOf } from '../support/table-of.ts';

const fixed = { seed: 20261125, numRuns: 60 };
const columnsArbitrary = fc
  .record({
    seed: fc.integer(),
    n: fc.integer({ min: 10, max: 60 }),
    k: fc.integer({ min: 2, max: 7 }),
  })
  .map((shape) => sampleColumns(shape));
const slope = fc
  .tuple(fc.constantFrom(-1, 1), fc.double({ min: 0.01, max: 100, noNaN: true }))
  .map(([sign, size]) => sign * size);
const shift = fc.double({ min: -50, max: 50, noNaN: true });

function alphaOf(columns: Columns, items = Object.keys(columns)) {
  const rows = itemMatrix(tableOf(columns), { items });
  const alpha = describeAlpha(covarianceOfRows(rows).covariance, items, rows.n, 0.95);
  if (!alpha.ok) throw new Error(alpha.reason);
  return alpha;
}
const rescale = (columns: Columns, by: (value: number, item: number) => number): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, values], item) => [name, values.map((x) => by(x, item))]),
  );

describe('coefficient alpha', () => {
  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        const other = alphaOf(shuffleRows(columns, seed));
        expect(largestDeviation(other, alphaOf(columns))).toBeLessThan(1e-9);
      }),
      fixed,
    );
  });

  it('does not depend on the order of items, which keep their own statistics', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        const names = Object.keys(columns);
        const { items: before, ...alpha } = alphaOf(columns);
        const { items: after, ...other } = alphaOf(columns, shuffled(names, seed));
        expect(largestDeviation(other, alpha)).toBeLessThan(1e-9);
        const sorted = names.map((name) => after.find((item) => item.name === name));
        expect(largestDeviation(sorted, before)).toBeLessThan(1e-9);
      }),
      fixed,
    );
  });

  it('does not change when all answers are rescaled alike', () => {
    fc.assert(
      fc.property(columnsArbitrary, slope, shift, (columns, a, b) => {
        const other = alphaOf(rescale(columns, (x) => a * x + b));
        expect(largestDeviation(other, alphaOf(columns))).toBeLessThan(1e-8);
      }),
      fixed,
    );
  });

  it('standardised does not change when single items are rescaled', () => {
    fc.assert(
      fc.property(
        columnsArbitrary,
        fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 7 }),
        (columns, slopes) => {
          const other = alphaOf(rescale(columns, (x, item) => (slopes[item] ?? 1) * x - item));
          const alpha = alphaOf(columns);
          expect(largestDeviation(other.standardised, alpha.standardised)).toBeLessThan(1e-8);
        },
      ),
      fixed,
    );
  });

  it('never passes 1, whatever copies of an item are added up', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 7 }), slope, (seed, k, unit) => {
        const { i1 = [] } = sampleColumns({ seed, n: 30, k: 1 });
        const copies = Array.from({ length: k }, (_, item) => [
          `i${item}`,
          i1.map((x) => unit * x),
        ]);
        const { raw, interval, standardised } = alphaOf(Object.fromEntries(copies) as Columns);
        expect(raw).toBeCloseTo(1, 12);
        expect(raw).toBeLessThanOrEqual(1);
        expect(interval[1]).toBeLessThanOrEqual(1);
        expect(standardised.ok && standardised.value).toBeLessThanOrEqual(1);
      }),
      fixed,
    );
  });

  it('raw changes when one item is stretched: the invariances above are no constants', () => {
    const columns = sampleColumns({ seed: 1, n: 40, k: 4 });
    const other = alphaOf(rescale(columns, (x, item) => (item === 0 ? 10 * x : x)));
    expect(Math.abs(other.raw - alphaOf(columns).raw)).toBeGreaterThan(0.1);
  });
});
