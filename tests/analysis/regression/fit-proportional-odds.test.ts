import { describe, expect, it } from 'vitest';
import { fitProportionalOdds } from '#analysis/regression/fit-proportional-odds.ts';
import reference from '#tests/fixtures/analysis/proportional-odds/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readCsv } from '../support/read-csv.ts';

const data = readCsv(new URL('../../fixtures/analysis/data/sim_dif6.csv', import.meta.url));
const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];
const n = data['i1']?.length ?? 0;

/** One row of the table for each respondent. */
function tableOf(y: readonly number[], columns: readonly (readonly number[])[]) {
  const labels = [...new Set(y)].sort((a, b) => a - b);
  const counts = new Float64Array(y.length * labels.length);
  y.forEach((value, row) => (counts[row * labels.length + labels.indexOf(value)] = 1));
  const design = Float64Array.from(y.flatMap((_, row) => columns.map((c) => c[row] ?? NaN)));
  return { design, covariates: columns.length, counts, categories: labels.length };
}

function tableOfCase(item: string, columns: readonly string[], top: number) {
  const column = (name: string) => data[name] ?? [];
  const y = column(item).map((value) => Math.min(value, top));
  const at = (row: number) => {
    const total = items.reduce((sum, name) => sum + (column(name)[row] ?? NaN), 0);
    const rest = total - (column(item)[row] ?? NaN);
    const group = column('group')[row] ?? NaN;
    return new Map(
      Object.entries({ rest, group, restGroup: rest * group, root: Math.sqrt(rest + group) }),
    );
  };
  const rows = Array.from({ length: n }, (_, row) => at(row));
  return tableOf(
    y,
    columns.map((name) => rows.map((row) => row.get(name) ?? NaN)),
  );
}

describe('the proportional odds model', () => {
  it.each(reference.cases)('agrees with R: $item by $columns', (test) => {
    const fit = fitProportionalOdds(tableOfCase(test.item, test.columns, test.top));
    if (!fit.ok) throw new Error(fit.reason);
    const size = test.estimates.length;
    const estimates = [...fit.thresholds, ...fit.coefficients];
    expect(deviation(fit.logLik, test.logLik)).toBeLessThan(1e-12);
    estimates.forEach((estimate, i) => {
      expect(deviation(estimate, test.estimates[i] ?? NaN)).toBeLessThan(1e-8);
      const se = Math.sqrt(fit.covariance[i * size + i] ?? NaN);
      expect(deviation(se, test.standardErrors[i] ?? NaN)).toBeLessThan(1e-8);
    });
  });

  it('turns signs when the categories are turned, and takes counts for repeated rows', () => {
    const y = (data['i1'] ?? []).slice(0, 200);
    const x = (data['i2'] ?? []).slice(0, 200);
    const fit = fitProportionalOdds(tableOf(y, [x]));
    const turned = fitProportionalOdds(
      tableOf(
        y.map((value) => -value),
        [x],
      ),
    );
    const table = tableOf(y, [x]);
    const doubled = fitProportionalOdds({ ...table, counts: table.counts.map((c) => 2 * c) });
    if (!fit.ok || !turned.ok || !doubled.ok) throw new Error('no fit');
    expect(turned.coefficients[0]).toBeCloseTo(-(fit.coefficients[0] ?? NaN), 10);
    expect(turned.logLik).toBeCloseTo(fit.logLik, 9);
    expect(doubled.logLik).toBeCloseTo(2 * fit.logLik, 8);
    expect(doubled.covariance.at(-1)).toBeCloseTo((fit.covariance.at(-1) ?? NaN) / 2, 12);
  });

  it('is the log odds ratio in a two by two table', () => {
    const counts = new Float64Array([30, 10, 12, 28]);
    const design = new Float64Array([0, 1]);
    const fit = fitProportionalOdds({ design, covariates: 1, counts, categories: 2 });
    if (!fit.ok) throw new Error(fit.reason);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log((28 * 30) / (10 * 12)), 12);
    expect(fit.covariance.at(-1)).toBeCloseTo(1 / 30 + 1 / 10 + 1 / 12 + 1 / 28, 12);
  });

  it.each([
    ['one category', [1, 1, 1], [[1, 2, 3]], 'zero-variance'],
    ['complete separation', [1, 1, 1, 2, 2, 2], [[1, 2, 3, 4, 5, 6]], 'separation'],
    ['quasi-complete separation', [1, 1, 2, 2, 2, 3], [[0, 0, 0, 1, 1, 1]], 'separation'],
    ['perfect agreement', [1, 2, 3, 1, 2, 3], [[1, 2, 3, 1, 2, 3]], 'separation'],
    ['a constant covariate', [1, 2, 3, 1, 2, 3], [[1, 1, 1, 1, 1, 1]], 'collinear'],
    [
      'two equal covariates',
      [1, 2, 3, 1, 2, 3],
      [
        [1, 5, 3, 2, 2, 8],
        [1, 5, 3, 2, 2, 8],
      ],
      'collinear',
    ],
  ])('%s is named', (_, y, columns, reason) => {
    expect(fitProportionalOdds(tableOf(y, columns))).toEqual({ ok: false, reason });
  });

  it('names a category nobody used', () => {
    const counts = new Float64Array([3, 0, 4, 5, 0, 6]);
    const design = new Float64Array([0, 1]);
    expect(fitProportionalOdds({ design, covariates: 1, counts, categories: 3 })).toEqual({
      ok: false,
      reason: 'empty-category',
    });
  });
});
