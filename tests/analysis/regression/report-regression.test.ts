import { describe, expect, it } from 'vitest';
import { reportRegression } from '#analysis/regression/report-regression.ts';
import reference from '#tests/fixtures/analysis/regression/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';

function expectNear(actual: readonly (number | null)[], expected: readonly number[], by = 1e-10) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, place) => expect(deviation(actual[place], value)).toBeLessThan(by));
}

function linear(
  columns: Readonly<Record<string, readonly (number | string)[]>>,
  predictors: string[],
) {
  const report = reportRegression(tableOf(columns), { outcome: 'y', predictors, model: 'linear' });
  if (report.model !== 'linear') throw new Error('linear');
  return report.result;
}

describe('against R', () => {
  it('linear, a predictor in words, HC3', () => {
    const table = readTableFile('prepost.csv');
    const report = reportRegression(table, { outcome: 'post', predictors: ['pre', 'arm'] });
    if (report.model !== 'linear' || !report.result.ok) throw new Error('estimable');
    const { result } = report;
    const { linear: r } = reference;
    expect([report.n, report.incomplete]).toEqual([r.n, 8]);
    expect(result.coefficients.map(({ name }) => name)).toEqual(r.names);
    expectNear(
      result.coefficients.map((one) => one.estimate),
      r.estimates,
    );
    expectNear(
      result.coefficients.map((one) => one.standardError),
      r.standardErrors,
    );
    expectNear(
      result.coefficients.map((one) => one.robustStandardError),
      r.robust,
    );
    result.coefficients.forEach((one, i) => {
      expect(Math.abs(one.p / (r.p[i] ?? NaN) - 1)).toBeLessThan(1e-9);
    });
    expectNear(
      result.coefficients.slice(1).map((one) => one.varianceInflation),
      r.inflation,
    );
    expectNear([result.rSquared, result.f?.f ?? NaN], [r.rSquared, r.f]);
    expectNear([result.aic, result.bic], [r.aic, r.bic]);
  });

  it("proportional odds and Brant's test", () => {
    // The reference joins the two highest categories.
    const table = readTableFile('sim_dif6.csv');
    const item = table.columns.get('i1');
    if (item?.kind !== 'number') throw new Error('numeric');
    const y = item.values.map((value) => Math.min(value, 3));
    const joined = {
      n: table.n,
      columns: new Map(table.columns).set('y', { kind: 'number', values: y }),
    };
    const found = reportRegression(joined, {
      ...{ outcome: 'y', predictors: ['rest = i2 + i4', 'group'], model: 'proportional-odds' },
    });
    if (found.model !== 'proportional-odds' || !found.result.ok) throw new Error('estimable');
    const { ordered: r } = reference;
    const { result, brantTest } = found;
    expectNear(
      result.thresholds.map((one) => one.estimate),
      r.thresholds,
      1e-6,
    );
    expectNear(
      result.coefficients.map((one) => one.estimate),
      r.coefficients,
      1e-6,
    );
    const errors = [...result.coefficients, ...result.thresholds].map((one) => one.standardError);
    expectNear(errors, r.standardErrors, 1e-5);
    expectNear([result.logLik], [r.logLik]);
    if (!brantTest.ok) throw new Error('estimable');
    expectNear(
      [brantTest.omnibus.chiSquare, brantTest.omnibus.p],
      [r.omnibus.chiSquare, r.omnibus.p],
    );
    expectNear(
      brantTest.predictors.map((one) => one.chiSquare),
      [r.rest.chiSquare, r.group.chiSquare],
      1e-9,
    );
    expect([brantTest.omnibus.df, brantTest.predictors[0]?.df]).toEqual([2, 1]);
  });
});

describe('which model', () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8];

  it('follows the outcome unless it is said', () => {
    const binary = tableOf({ y: [0, 1, 0, 0, 1, 1, 0, 1], x });
    const options = { outcome: 'y', predictors: ['x'] };
    expect(reportRegression(binary, options).model).toBe('logistic');
    expect(reportRegression(binary, { ...options, model: 'linear' }).model).toBe('linear');
    const ordered = tableOf({ y: [1, 2, 1, 3, 2, 3, 2, 3], x });
    expect(reportRegression(ordered, options).model).toBe('linear');
    expect(() => reportRegression(ordered, { ...options, model: 'logistic' })).toThrow(
      'not-binary',
    );
    expect(() => reportRegression(ordered, { outcome: 'y', predictors: ['y'] })).toThrow(
      'same-column',
    );
  });

  it('the unit of a predictor moves its coefficient alone', () => {
    const y = [1.2, 2.1, 2.8, 4.4, 4.9, 6.3, 6.8, 8.4];
    const [one, two] = [x, x.map((v) => 2020 + v / 1000)].map((u) => linear({ y, u }, ['u']));
    if (!one?.ok || !two?.ok) throw new Error('estimable');
    expect(two.rSquared).toBeCloseTo(one.rSquared, 10);
    expect(two.coefficients[1]?.t).toBeCloseTo(one.coefficients[1]?.t ?? NaN, 6);
    expect(two.coefficients[1]?.standardised).toBeCloseTo(
      one.coefficients[1]?.standardised ?? NaN,
      9,
    );
  });
});

describe('degenerate', () => {
  const x = [1, 2, 3, 4, 5, 6];
  const y = [2, 1, 4, 3, 6, 5];

  it.each([
    ['too few', { y: [1, 2], x: [1, 3] }, ['x'], 'too-few-respondents'],
    ['nobody complete', { y: [NaN, 1], x: [1, NaN] }, ['x'], 'too-few-respondents'],
    ['constant outcome', { y: x.map(() => 4), x }, ['x'], 'zero-variance'],
    ['constant predictor', { y, x: x.map(() => 4) }, ['x'], 'collinear'],
    ['the same predictor twice', { y, x, z: x.map((v) => 2 * v + 1) }, ['x', 'z'], 'collinear'],
    ['a perfect fit', { y: x.map((v) => 3 * v), x }, ['x'], 'perfect-correlation'],
  ])('linear, %s', (_, columns, predictors, reason) => {
    expect(linear(columns, predictors)).toEqual({ ok: false, reason });
  });

  it.each([
    ['separated', { y: [0, 0, 0, 1, 1, 1], x }, 'separation'],
    ['one category', { y: [1, 1, 1, 1, 1, 1], x }, 'zero-variance'],
    ['constant predictor', { y: [0, 1, 0, 1, 0, 1], x: x.map(() => 2) }, 'collinear'],
    ['too few', { y: [0, 1], x: [1, 2] }, 'too-few-respondents'],
  ])('logistic, %s', (_, columns, reason) => {
    const report = reportRegression(tableOf(columns), { outcome: 'y', predictors: ['x'] });
    expect(report).toMatchObject({ model: 'logistic', result: { ok: false, reason } });
  });

  it('a row that decides a coefficient alone has no robust error', () => {
    const found = linear({ y, x: [0, 0, 0, 0, 0, 1] }, ['x']);
    if (!found.ok) throw new Error('estimable');
    expect(found.coefficients[1]).toMatchObject({ robustStandardError: null, robustP: null });
  });
});
