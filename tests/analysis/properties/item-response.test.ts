import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '#app/services/analyses/read-table.ts';
import { reportGradedResponse } from '#analysis/irt/report-graded-response.ts';
import { reportPartialCredit } from '#analysis/irt/report-partial-credit.ts';
import type { Table } from '#analysis/table/table.ts';
import { sampleColumns, shuffled, shuffleRows, type Columns } from '../support/sample-columns.ts';
import { tableOf } from '../support/table-of.ts';

const fixed = { seed: 20261125, numRuns: 2 };
const items = ['i1', 'i2', 'i3', 'i4'];
const columnsArbitrary = fc
  .record({ seed: fc.integer(), n: fc.integer({ min: 80, max: 120 }) })
  .map((shape) => sampleColumns({ ...shape, k: 4, categories: 3, missing: 0.05 }));

const models = [
  [
    'graded response',
    (table: Table, names: readonly string[]) => {
      const report = reportGradedResponse(table, { items: names });
      return report.ok ? [report.logLik] : [];
    },
  ],
  [
    'partial credit',
    (table: Table, names: readonly string[]) => {
      const { generalisedPartialCredit, partialCredit, conditional } = reportPartialCredit(table, {
        items: names,
      });
      return [generalisedPartialCredit, partialCredit, conditional].flatMap((fit) =>
        fit.ok ? [fit.logLik] : [],
      );
    },
  ],
] as const;

/** As a file, in which missing answers are written the way given. */
function throughFile(columns: Columns, missing: (row: number) => string): Table {
  const n = columns['i1']?.length ?? 0;
  const lines = Array.from({ length: n }, (_, row) =>
    items.map((name) => {
      const value = columns[name]?.[row] ?? NaN;
      return Number.isNaN(value) ? missing(row) : String(value);
    }),
  );
  return readTable([items, ...lines].map((cells) => cells.join(',')).join('\n'));
}

describe.each(models)('log-likelihood of the %s model', (_, logLikelihoods) => {
  const expectSame = (actual: readonly number[], expected: readonly number[]) => {
    expect(expected.length).toBeGreaterThan(0);
    expect(actual).toHaveLength(expected.length);
    actual.forEach((value, place) => expect(value).toBeCloseTo(expected[place] ?? NaN, 5));
  };

  it('does not depend on the order of rows and items', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        const other = logLikelihoods(tableOf(shuffleRows(columns, seed)), shuffled(items, seed));
        expectSame(other, logLikelihoods(tableOf(columns), items));
      }),
      fixed,
    );
  });

  it('does not depend on how missing answers are written, nor on rows without any answer', () => {
    fc.assert(
      fc.property(columnsArbitrary, (columns) => {
        const expected = logLikelihoods(tableOf(columns), items);
        const written = throughFile(columns, (row) => (row % 2 === 0 ? 'NA' : ''));
        expectSame(logLikelihoods(written, items), expected);
        const longer = Object.fromEntries(
          Object.entries(columns).map(([name, values]) => [name, [NaN, ...values, NaN]]),
        );
        expectSame(logLikelihoods(tableOf(longer), items), expected);
      }),
      fixed,
    );
  });

  it('does not depend on what the categories are called', () => {
    fc.assert(
      fc.property(columnsArbitrary, (columns) => {
        const renamed = Object.fromEntries(
          Object.entries(columns).map(([name, values]) => [name, values.map((x) => x - 1)]),
        );
        const expected = logLikelihoods(tableOf(columns), items);
        expectSame(logLikelihoods(tableOf(renamed), items), expected);
      }),
      fixed,
    );
  });
});
