import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kishDesignEffect } from '#analysis/weights/kish-design-effect.ts';
import { reportRakingWeights } from '#analysis/weights/report-raking-weights.ts';
import { shuffled } from '../support/sample-columns.ts';
import { tableOf } from '../support/table-of.ts';

const fixed = { seed: 20261125, numRuns: 60 };
const level = fc.constantFrom('a', 'b', 'c');
const rowsArbitrary = fc.array(fc.record({ x: level, y: level }), { minLength: 1, maxLength: 60 });
type Row = { x: string; y: string };
const tableOfRows = (rows: readonly Row[]) =>
  tableOf({ x: rows.map(({ x }) => x), y: rows.map(({ y }) => y) });

function countsOf(rows: readonly Row[], name: 'x' | 'y') {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[name]] = (counts[row[name]] ?? 0) + 1;
  return counts;
}
const ownMargins = (rows: readonly Row[]) => ({
  x: countsOf(rows, 'x'),
  y: countsOf(rows, 'y'),
});

describe('raking', () => {
  it('to the margins a sample has gives weights of one, which cost nothing', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const report = reportRakingWeights(tableOfRows(rows), { margins: ownMargins(rows) });
        expect(report.converged).toBe(true);
        for (const weight of report.weights) expect(weight).toBeCloseTo(1, 9);
        const { kish } = report;
        expect(kish.ok && kish.designEffect).toBeCloseTo(1, 9);
        expect(kish.ok && kish.effectiveN).toBeCloseTo(rows.length, 7);
      }),
      fixed,
    );
  });

  it('within its bounds changes nothing either', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const margins = ownMargins(rows);
        const report = reportRakingWeights(tableOfRows(rows), { margins, trim: [0.3, 3] });
        for (const weight of report.weights) expect(weight).toBeCloseTo(1, 9);
        expect(report.trimmed).toBe(0);
      }),
      fixed,
    );
  });

  it('gives everybody the same weight whatever the order of rows or the unit of the shares', () => {
    const shares = fc.record({ a: fc.integer({ min: 1, max: 9 }), b: fc.constant(5) });
    fc.assert(
      fc.property(rowsArbitrary, shares, fc.integer(), (rows, x, seed) => {
        fc.pre(['a', 'b'].every((name) => rows.some((row) => row.x === name)));
        const order = shuffled([...rows.keys()], seed);
        const mixed = order.map((row) => rows[row] ?? { x: '', y: '' });
        const weights = reportRakingWeights(tableOfRows(rows), { margins: { x } }).weights;
        const other = reportRakingWeights(tableOfRows(mixed), {
          margins: { x: { a: x.a * 10, b: x.b * 10 } },
        }).weights;
        order.forEach((row, place) => expect(other[place]).toBeCloseTo(weights[row] ?? NaN, 9));
      }),
      fixed,
    );
  });
});

describe("Kish's design effect", () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 });

  it('is one for equal weights of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.01, max: 100 }), (n, w) => {
        const kish = kishDesignEffect(new Float64Array(n).fill(w));
        expect(kish.ok && kish.designEffect).toBeCloseTo(1, 9);
        expect(kish.ok && kish.effectiveN).toBeCloseTo(n, 6);
      }),
      fixed,
    );
  });

  it('is at least one, and ignores the unit of the weights and rows of weight nothing', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, unit) => {
        const kish = kishDesignEffect(Float64Array.from(list));
        const other = kishDesignEffect(Float64Array.from([0, ...list.map((w) => unit * w), 0]));
        if (!kish.ok || !other.ok) throw new Error('nobody weighted');
        expect(kish.designEffect).toBeGreaterThan(1 - 1e-9);
        expect(other.designEffect).toBeCloseTo(kish.designEffect, 6);
      }),
      fixed,
    );
  });
});
