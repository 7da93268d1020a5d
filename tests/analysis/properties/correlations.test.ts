import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { pairTablesOfMatrix } from '#analysis/correlations/pair-tables-of-matrix.ts';
import { pairwiseCorrelation } from '#analysis/correlations/pairwise-correlation.ts';
import { polychoricMatrix } from '#analysis/correlations/polychoric-matrix.ts';
import { rankCorrelation } from '#analysis/correlations/rank-correlation.ts';
import { reportCorrelations } from '#analysis/correlations/report-correlations.ts';
import { smoothCorrelation } from '#analysis/correlations/smooth-correlation.ts';
import { symmetricEigen } from '#analysis/numeric/symmetric-eigen.ts';
import { itemMatrix } from '#analysis/table/item-matrix.ts';
import { sampleColumns, shuffled, shuffleRows, type Columns } from '../support/sample-columns.ts';
import { tableOf } from '../support/table-of.ts';

const fixed = { seed: 20261125, numRuns: 40 };
const shape = fc.record({
  seed: fc.integer(),
  n: fc.integer({ min: 12, max: 50 }),
  k: fc.integer({ min: 2, max: 5 }),
});
const columnsArbitrary = shape.map((given) => sampleColumns(given));
const holedArbitrary = shape.map((given) => sampleColumns({ ...given, missing: 0.15 }));
const positive = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 5 });

const matrixOf = (columns: Columns, items = Object.keys(columns)) =>
  itemMatrix(tableOf(columns), { items });
const apart = (a: Matrix, b: Matrix) => Matrix.sub(a, b).abs().max();
const polychoric = (columns: Columns, items?: string[]) =>
  polychoricMatrix(pairTablesOfMatrix(matrixOf(columns, items)), 'pairwise').correlations;
const kinds = [
  ['Pearson', (columns: Columns) => pairwiseCorrelation(matrixOf(columns)).correlations],
  ['Spearman', (columns: Columns) => rankCorrelation(matrixOf(columns))],
] as const;

describe.each(kinds)('%s correlations', (_, of) => {
  it('do not change when single items are rescaled, and turn with them', () => {
    fc.assert(
      fc.property(columnsArbitrary, positive, (columns, slopes) => {
        const names = Object.keys(columns);
        const rescaled = names.map((name, item): [string, number[]] => {
          const slope = (item === 0 ? -1 : 1) * (slopes[item] ?? 1);
          return [name, (columns[name] ?? []).map((x) => slope * x + item)];
        });
        const turned = of(Object.fromEntries(rescaled));
        const [given, k] = [of(columns), names.length];
        for (let j = 1; j < k; j += 1) {
          turned.set(0, j, -turned.get(0, j));
          turned.set(j, 0, -turned.get(j, 0));
        }
        expect(apart(turned, given)).toBeLessThan(1e-9);
      }),
      fixed,
    );
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        expect(apart(of(shuffleRows(columns, seed)), of(columns))).toBeLessThan(1e-12);
      }),
      fixed,
    );
  });
});

describe('correlations of an item with itself, rescaled', () => {
  it('are 1 or -1 and no more, with p-values', () => {
    const slope = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(columnsArbitrary, slope, fc.boolean(), (columns, size, isTurned) => {
        const { i1 = [] } = columns;
        const copy = i1.map((x) => (isTurned ? -1 : 1) * size * x + 3);
        const report = reportCorrelations(tableOf({ i1, copy }), { items: ['i1', 'copy'] });
        const r = report.pearson[0]?.[1] ?? NaN;
        expect(r).toBeCloseTo(isTurned ? -1 : 1, 12);
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(report.pValues[0]?.[1]).toBeLessThan(1e-6);
      }),
      fixed,
    );
  });
});

describe('polychoric correlations', () => {
  it('lie in [-1, 1] and are positive semi-definite after smoothing, with missing answers too', () => {
    fc.assert(
      fc.property(holedArbitrary, (columns) => {
        const correlations = polychoric(columns);
        const values = correlations.to1DArray();
        fc.pre(values.every((value) => !Number.isNaN(value)));
        expect(values.every((value) => Math.abs(value) <= 1)).toBe(true);
        const { matrix, isSmoothed } = smoothCorrelation(correlations);
        const [lowest, before] = [matrix, correlations].map((of) =>
          Math.min(...symmetricEigen(of).values),
        );
        expect(lowest).toBeGreaterThan(-1e-12);
        expect(isSmoothed || before === lowest).toBe(true);
        matrix.diagonal().forEach((value) => expect(value).toBeCloseTo(1, 12));
        expect(apart(matrix, matrix.transpose())).toBeLessThan(1e-15);
        expect(Math.abs(matrix.max())).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { ...fixed, numRuns: 30 },
    );
  });

  it('are made positive semi-definite where pairs contradict each other', () => {
    const r = new Matrix([
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]);
    const { matrix, isSmoothed } = smoothCorrelation(r);
    expect(isSmoothed).toBe(true);
    expect(Math.min(...symmetricEigen(r).values)).toBeLessThan(-0.5);
    expect(Math.min(...symmetricEigen(matrix).values)).toBeGreaterThan(-1e-12);
  });

  it('depend neither on the order of rows or items nor on what the categories are called', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        const names = Object.keys(columns);
        const order = shuffled(names, seed);
        const other = Object.fromEntries(
          Object.entries(shuffleRows(columns, seed)).map(([name, values]) => [
            name,
            values.map((x) => x ** 2 - 7),
          ]),
        );
        const mixed = polychoric(other, order);
        const back = names.map((name) => order.indexOf(name));
        expect(apart(mixed.selection(back, back), polychoric(columns))).toBeLessThan(1e-7);
      }),
      { ...fixed, numRuns: 20 },
    );
  });
});
