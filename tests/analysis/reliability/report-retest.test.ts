import { describe, expect, it } from 'vitest';
import { intraclassForms } from '#analysis/reliability/intraclass-correlations.ts';
import { limitsOfAgreement } from '#analysis/reliability/limits-of-agreement.ts';
import { reportRetest, type RetestReport } from '#analysis/reliability/report-retest.ts';
import reference from '#tests/fixtures/analysis/retest/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { numbersIn } from '../support/numbers-in.ts';
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';

const level = 0.95;

function requireReport(report: ReturnType<typeof reportRetest>): RetestReport {
  if ('reason' in report) throw new Error(report.reason);
  return report;
}

const of = (columns: Readonly<Record<string, number[]>>) =>
  reportRetest(tableOf(columns), { measurements: Object.keys(columns), level });

describe('intraclass correlations equal psych', () => {
  const cases = [
    ['ratings3.csv', ['r1', 'r2', 'r3'], reference.three],
    ['prepost.csv', ['pre', 'post'], reference.two],
  ] as const;

  it.each(cases)('%s', (file, measurements, expected) => {
    const report = requireReport(reportRetest(readTableFile(file), { measurements, level }));
    expect(report.nComplete).toBe(expected.n);
    intraclassForms.forEach((form, i) => {
      const found = report.intraclassCorrelations[form];
      expect(found.ok).toBe(true);
      if (!found.ok) return;
      expect(deviation(found.value, expected.icc[i] ?? NaN)).toBeLessThan(1e-12);
      expect(deviation(found.f, expected.f[i] ?? NaN)).toBeLessThan(1e-12);
      expect(found.p / (expected.p[i] ?? NaN)).toBeCloseTo(1, 10);
      expect(deviation(found.interval?.[0], expected.lower[i] ?? NaN)).toBeLessThan(1e-10);
      expect(deviation(found.interval?.[1], expected.upper[i] ?? NaN)).toBeLessThan(1e-10);
    });
  });

  it('limits of agreement, errors and Pearson of two occasions equal R', () => {
    const table = readTableFile('prepost.csv');
    const report = requireReport(reportRetest(table, { measurements: ['pre', 'post'], level }));
    const { limitsOfAgreement: limits, measurementError: error } = report;
    expect(limits?.ok).toBe(true);
    if (!limits?.ok) return;
    expect(deviation(limits.lower, reference.loa[0] ?? NaN)).toBeLessThan(1e-12);
    expect(deviation(limits.upper, reference.loa[1] ?? NaN)).toBeLessThan(1e-12);
    expect(limits.lowerInterval[0]).toBeLessThan(limits.lower);
    expect(limits.lowerInterval[1]).toBeGreaterThan(limits.lower);
    const { standardErrorOfMeasurementConsistency: consistency } = error;
    expect(deviation(consistency, reference.semConsistency)).toBeLessThan(1e-12);
    expect(deviation(report.pearson, reference.pearson)).toBeLessThan(1e-12);
    expect(error.smallestDetectableChange95Consistency).toBeCloseTo(
      1.96 * limits.standardDeviation,
    );
    expect(error.standardErrorOfMeasurementAgreement).toBeGreaterThan(consistency);
  });
});

describe('scores of a scale', () => {
  it('sums items per occasion, turned where keyed negatively', () => {
    const table = tableOf({
      ...{ a_1: [1, 2, 3, 4, 5], b_1: [5, 4, 3, 2, NaN] },
      ...{ a_2: [2, 2, 3, 4, 5], b_2: [5, 4, 3, 1, 1] },
    });
    const scale = { items: ['a', 'b'], reverse: ['b'], suffixes: ['_1', '_2'] };
    const report = requireReport(
      reportRetest(table, { level, scale: { ...scale, minCategory: 1, maxCategory: 5 } }),
    );
    expect(report.nComplete).toBe(4);
    expect(report.measurements.map(({ mean }) => mean)).toEqual([5, 5.5]);
  });

  it('needs measurements or a scale, not both', () => {
    expect(() => reportRetest(tableOf({ a: [1, 2] }), { level })).toThrow('no-measurements');
  });
});

describe('data that determine little', () => {
  it('a shift of all is disagreement but no inconsistency', () => {
    const before = [1, 2, 3, 4, 5];
    const { intraclassCorrelations: icc } = requireReport(
      of({ before, after: before.map((x) => x + 1) }),
    );
    expect(icc.ICC3).toMatchObject({ ok: true, value: 1, interval: [1, 1], p: 0 });
    expect(icc.ICC2.ok && icc.ICC2.value).toBeCloseTo(5 / 6, 12);
    expect(icc.ICC2.ok && icc.ICC2.interval?.[0]).toBeLessThan(5 / 6);
  });

  it('perfect agreement', () => {
    const report = requireReport(of({ a: [1.1, 2.2, 3.3], b: [1.1, 2.2, 3.3] }));
    for (const form of intraclassForms) {
      expect(report.intraclassCorrelations[form]).toMatchObject({ ok: true, interval: [1, 1] });
    }
    expect(report.change).toEqual({ ok: false, reason: 'zero-variance' });
  });

  it('subjects who do not differ: no reliability of a mean', () => {
    const report = requireReport(of({ a: [1, 2, 3], b: [3, 2, 1] }));
    expect(report.intraclassCorrelations.ICC1).toMatchObject({ ok: true, value: -1 });
    expect(report.intraclassCorrelations.ICC2).toMatchObject({ ok: true, interval: undefined });
    expect(report.intraclassCorrelations.ICC1k).toEqual({ ok: false, reason: 'zero-variance' });
  });

  const cases: [string, Record<string, number[]>, string | undefined][] = [
    ['one subject', { a: [1], b: [2] }, 'too-few-respondents'],
    ['nobody', { a: [NaN, NaN], b: [1, 2] }, 'too-few-respondents'],
    ['one measurement', { a: [1, 2, 3] }, 'too-few-items'],
    ['one category', { a: [2, 2, 2], b: [2, 2, 2] }, 'zero-variance'],
    ['a constant occasion', { a: [3.3, 3.3, 3.3], b: [1, 2, 3] }, undefined],
    ['two subjects', { a: [1, 3], b: [2, 3] }, undefined],
  ];

  it.each(cases)('%s', (_, columns, reason) => {
    const report = of(columns);
    if (reason !== undefined) expect(report).toEqual({ ok: false, reason });
    else expect(numbersIn(report).filter(({ value }) => Number.isNaN(value))).toEqual([]);
  });

  it('one pair has no limits', () => {
    const found = limitsOfAgreement({ n: 1, mean: 2, sd: NaN });
    expect(found).toEqual({ ok: false, reason: 'too-few-respondents' });
  });
});
