import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportAgreement } from '#analysis/agreement/report-agreement.ts';
import { reportRetest } from '#analysis/reliability/report-retest.ts';
import { largestDeviation } from '../support/largest-deviation.ts';
import { shuffled, shuffleRows, type Columns } from '../support/sample-columns.ts';
import { tableOf } from '../support/table-of.ts';

const fixed = { seed: 20261125, numRuns: 40 };
const columnsOf = (units: readonly (readonly number[])[]): Columns =>
  Object.fromEntries(['a', 'b', 'c'].map((name, r) => [name, units.map((unit) => unit[r] ?? NaN)]));
const rating = fc.integer({ min: 1, max: 4 });
const unitArbitrary = fc.tuple(rating, rating, rating);
/** Units on which the raters agree more often than by chance. */
const agreeing = rating.map((x): [number, number, number] => [x, x, x]);
const columnsArbitrary = fc
  .array(fc.oneof(unitArbitrary, agreeing), { minLength: 8, maxLength: 40 })
  .filter((units) => new Set(units.flat()).size > 2)
  .map(columnsOf);

function agreementOf(columns: Columns, raters = Object.keys(columns)) {
  const report = reportAgreement(tableOf(columns), {
    ...{ raters, categories: [1, 2, 3, 4], level: 0.95, draws: 0, seed: 1 },
  });
  const { pairs, fleissKappa, kendallW, gwetAc1, krippendorff } = report;
  const byName = raters
    .toSorted()
    .flatMap((x, i) =>
      raters
        .toSorted()
        .slice(i + 1)
        .map((y) => [x, y] as const),
    )
    .map(([x, y]) => {
      const pair = pairs.find(({ first, second }) => [first, second].sort().join() === `${x},${y}`);
      if (!pair) throw new Error('no pair');
      return { ...pair, first: x, second: y };
    });
  return { pairs: byName, fleissKappa, kendallW, gwetAc1, krippendorff };
}

function retestOf(columns: Columns, measurements = Object.keys(columns)) {
  const report = reportRetest(tableOf(columns), { measurements, level: 0.95 });
  if ('reason' in report) throw new Error(report.reason);
  return { icc: report.intraclassCorrelations, error: report.measurementError };
}

describe('agreement of raters', () => {
  it('depends neither on the order of raters nor on that of units', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        const raters = shuffled(Object.keys(columns), seed);
        const other = agreementOf(shuffleRows(columns, seed), raters);
        expect(largestDeviation(other, agreementOf(columns))).toBeLessThan(1e-9);
      }),
      fixed,
    );
  });

  it('is one for a rater and itself, and the same with the categories turned', () => {
    fc.assert(
      fc.property(columnsArbitrary, (columns) => {
        const a = columns['a'] ?? [];
        fc.pre(new Set(a).size > 1);
        const { pairs } = agreementOf({ a, b: a });
        for (const kappa of Object.values(pairs[0]?.kappa ?? {})) {
          expect(kappa.ok && kappa.value).toBeCloseTo(1, 12);
        }
        const turned = Object.fromEntries(
          Object.entries(columns).map(([name, values]) => [name, values.map((x) => 5 - x)]),
        );
        const values = ({ pairs: list, fleissKappa }: ReturnType<typeof agreementOf>) => {
          return [list.map(({ kappa }) => kappa), fleissKappa];
        };
        expect(
          largestDeviation(values(agreementOf(turned)), values(agreementOf(columns))),
        ).toBeLessThan(1e-9);
      }),
      fixed,
    );
  });
});

describe('intraclass correlations', () => {
  it('depend neither on the order of raters nor on that of subjects', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        const raters = shuffled(Object.keys(columns), seed);
        const other = retestOf(shuffleRows(columns, seed), raters);
        expect(largestDeviation(other, retestOf(columns))).toBeLessThan(1e-8);
      }),
      fixed,
    );
  });

  it('of measurements that oppose each other are refused an interval or given one, never broken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3 }), (pre) => {
        fc.pre(new Set(pre).size > 1);
        const { icc } = retestOf({ pre, post: pre.map((x) => -x) });
        expect(icc.ICC3.ok && icc.ICC3.value).toBeLessThan(0);
      }),
      fixed,
    );
  });

  it('of agreement fall when one rater is stricter, of consistency stay', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer({ min: 5, max: 50 }), (columns, shift) => {
        const stricter = { ...columns, a: (columns['a'] ?? []).map((x) => x - shift) };
        const [before, after] = [retestOf(columns).icc, retestOf(stricter).icc];
        expect(largestDeviation(after.ICC3, before.ICC3)).toBeLessThan(1e-7);
        if (!before.ICC2.ok || !after.ICC2.ok) throw new Error('not estimable');
        expect(Math.abs(after.ICC2.value)).toBeLessThan(Math.abs(before.ICC2.value) + 1e-9);
      }),
      fixed,
    );
  });
});
