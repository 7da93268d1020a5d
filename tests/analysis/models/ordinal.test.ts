import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimateOrdinal } from '#analysis/models/ordinal/estimate-ordinal.ts';
import { ordinalData } from '#analysis/models/ordinal/ordinal-data.ts';
import { readOrdinalGroups } from '#analysis/models/ordinal/read-ordinal-groups.ts';
import { reportCfaOrdinal } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import { reportInvarianceOrdinal } from '#analysis/models/ordinal/report-invariance-ordinal.ts';
import { scaledShifted } from '#analysis/models/ordinal/scaled-shifted.ts';
import { buildModel } from '#analysis/models/table/build-model.ts';
import type { Table } from '#analysis/table/table.ts';
import { readTable } from '#app/services/analyses/read-table.ts';
import reference from '#tests/fixtures/analysis/ordinal-models/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';

const read = (name: string) =>
  readTable(
    readFileSync(new URL(`../../fixtures/analysis/data/${name}.csv`, import.meta.url), 'utf8'),
  );

/** The table with some columns recoded. */
function recoded(table: Table, codes: Record<string, (value: number) => number>): Table {
  const columns = [...table.columns].map(([name, column]) => {
    const code = codes[name];
    if (!code || column.kind !== 'number') return [name, column] as const;
    return [name, { kind: 'number' as const, values: column.values.map(code) }] as const;
  });
  return { n: table.n, columns: new Map(columns) };
}

const binary = (value: number) => Number(value > 2);
const three = (value: number) => Math.min(value, 3);
const answers = recoded(read('sim_grm9'), { i2: binary, i3: three });
const groups = recoded(read('sim_dif6'), { i1: binary, i2: three });

type Measures = Record<string, number | null>;

function near(actual: number | undefined, expected: number | null | undefined, limit: number) {
  expect(deviation(actual, expected ?? NaN)).toBeLessThan(limit);
}

it('Γ of binary and ordered items equals that of lavaan', () => {
  const found = readOrdinalGroups(answers, { model: reference.theta.model });
  if (!found.ok) throw new Error(found.reason);
  const { gamma = new Float64Array() } = found.moments[0] ?? {};
  expect(gamma).toHaveLength(reference.gamma.length);
  gamma.forEach((value, cell) => near(value, reference.gamma[cell], 1e-6));
});

describe.each([
  ['theta', reference.theta, { parameterization: 'theta' as const }],
  ['delta, two factors', reference.delta, {}],
  ['delta, marker items, DWLS', reference.marker, { stdLv: false, estimator: 'DWLS' as const }],
])('factor analysis, %s', (_, expected, options) => {
  const report = reportCfaOrdinal(answers, { model: expected.model, ...options });
  if ('reason' in report) throw new Error(report.reason);
  const fit: Measures = expected.fit;

  it('estimates, standard errors and standardised values', () => {
    for (const row of expected.rows) {
      const own = report.estimates.find(
        ({ lhs, op, rhs }) => `${lhs} ${op} ${rhs}`.trim() === row.name.trim(),
      );
      near(own?.estimate, row.est, 1e-5);
      near(own?.standardError, row.se, 1e-4);
      near(own?.standardisedByFactors, row.lv, 1e-5);
      near(own?.standardised, row.all, 1e-5);
    }
  });

  it('tests and indices', () => {
    const { plain, scaled, robust, test, baseline } = report.fit;
    near(test.chiSquare, fit['chisq'], 1e-4);
    expect(test.degreesOfFreedom).toBe(fit['df']);
    expect(report.fit.freeParameters).toBe(fit['npar']);
    near(baseline.chiSquare, fit['baseline.chisq'], 1e-6);
    near(plain.cfi, fit['cfi'], 1e-6);
    near(plain.tli, fit['tli'], 1e-6);
    near(plain.rmsea?.estimate, fit['rmsea'], 1e-5);
    near(plain.rmsea?.upper, fit['rmsea.ci.upper'], 1e-5);
    near(report.fit.srmr, fit['srmr'], 1e-6);
    near(report.fit.gfi, fit['gfi'], 1e-6);
    near(report.fit.agfi, fit['agfi'], 1e-6);
    if (fit['chisq.scaled'] === undefined) {
      expect(scaled).toBeUndefined();
      return;
    }
    near(scaled?.test.chiSquare, fit['chisq.scaled'], 1e-4);
    near(scaled?.test.scalingFactor, fit['chisq.scaling.factor'], 1e-5);
    near(scaled?.baseline.chiSquare, fit['baseline.chisq.scaled'], 1e-5);
    near(scaled?.cfi, fit['cfi.scaled'], 1e-6);
    near(scaled?.rmsea?.lower, fit['rmsea.ci.lower.scaled'], 1e-5);
    near(robust?.cfi, fit['cfi.robust'], 1e-4);
    near(robust?.tli, fit['tli.robust'], 1e-4);
    near(robust?.rmsea?.estimate, fit['rmsea.robust'], 1e-4);
    near(robust?.rmsea?.upper, fit['rmsea.ci.upper.robust'], 1e-4);
  });

  it('reliability of the sum and modification indices', () => {
    report.factors.forEach((factor, index) => {
      near(factor.categoricalOmega, expected.omega[index], 1e-5);
      near(factor.categoricalOmegaModelVariance, expected.omegaModel[index], 1e-5);
    });
    for (const { name, mi, epc } of expected.indices) {
      const own = report.modificationIndices.find(
        ({ lhs, op, rhs }) => `${lhs} ${op} ${rhs}` === name,
      );
      near(own?.index, mi, 2e-4);
      // lavaan's is (N − 1)/N of the step g/v.
      near(own?.expectedChange, (epc * report.n) / (report.n - 1), 1e-4);
    }
  });
});

describe.each(reference.invariance)('invariance, $parameterization', (expected) => {
  const report = reportInvarianceOrdinal(groups, {
    model: 'f =~ i1 + i2 + i3 + i4 + i5 + i6',
    group: 'group',
    parameterization: expected.parameterization === 'delta' ? 'delta' : 'theta',
  });
  if ('reason' in report) throw new Error(report.reason);

  it('every step', () => {
    const fits: Record<string, Measures> = expected.fit;
    for (const { level, fit } of report.steps) {
      const measures = fits[level] ?? {};
      expect(fit.freeParameters).toBe(measures['npar']);
      near(fit.test.chiSquare, measures['chisq'], 1e-3);
      near(fit.scaled?.test.chiSquare, measures['chisq.scaled'], 1e-3);
      near(fit.scaled?.cfi, measures['cfi.scaled'], 1e-5);
      near(fit.scaled?.rmsea?.estimate, measures['rmsea.scaled'], 1e-4);
      near(fit.srmr, measures['srmr'], 1e-5);
    }
  });

  it('differences and the mean of the second group', () => {
    report.comparisons.forEach(({ test }, index) => {
      const own = expected.tests[index];
      expect(test?.degreesOfFreedom).toBe(own?.df);
      near(test?.chiSquare, own?.chisq, 2e-3);
    });
    const second = report.latentMeans.find(({ group }) => group === 1);
    near(second?.estimate, expected.mean, 1e-4);
    near(second?.standardError, expected.se, 1e-4);
  });
});

it('delta and theta are one model', () => {
  const found = readOrdinalGroups(answers, { model: reference.delta.model });
  if (!found.ok) throw new Error(found.reason);
  const data = ordinalData(found.moments);
  const ordered = new Map(data.names.map((name, item) => [name, data.steps[item] ?? 0]));
  const text = reference.delta.model.split(';').slice(0, 2).join(';');
  const model = buildModel(text, { isStandardised: true, hasMeans: true, ordered });
  const [a, b] = (['delta', 'theta'] as const).map((parameterization) =>
    estimateOrdinal(model, data, { estimator: 'WLSMV', parameterization }),
  );
  if (!a?.ok || !b?.ok) throw new Error('no estimate');
  near(a.test.chiSquare, b.test.chiSquare, 1e-8);
  near(a.scaledTest.chiSquare, b.scaledTest.chiSquare, 1e-6);
});

it('the adjusted test has the mean and the variance of its reference', () => {
  const traces = { trace: 7.3, squaredTrace: 9.1 };
  const { scalingFactor, shift } = scaledShifted(0, 5, traces);
  // E(T) = tr(UΓ), Var(T) = 2 tr(UΓUΓ)
  expect(traces.trace / scalingFactor + shift).toBeCloseTo(5, 12);
  expect((2 * traces.squaredTrace) / scalingFactor ** 2).toBeCloseTo(10, 12);
});

describe('data that do not determine a model', () => {
  const csv = (rows: string[]) => readTable(`a,b,c,g\n${rows.join('\n')}\n`);
  const some = ['1,1,2,x', '2,1,1,x', '1,2,2,y', '2,2,1,y', '2,2,2,x', '1,1,1,y', '1,2,1,x'];

  it.each<[string, Table, string]>([
    ['one respondent', csv(['1,1,2,x']), 'too-few-respondents'],
    ['nobody complete', csv(['1,,2,x', ',1,2,x']), 'too-few-respondents'],
    ['a constant item', csv(some.map((row) => row.replace(/^\d/, '1'))), 'zero-variance'],
    [
      'two equal items',
      csv(some.map((row) => row.replace(/^(\d),\d/, '$1,$1'))),
      'perfect-correlation',
    ],
  ])('%s: named reason', (_, table, reason) => {
    expect(reportCfaOrdinal(table, { model: 'f =~ a + b + c' })).toEqual({ ok: false, reason });
  });

  it('too many parameters', () => {
    const found = reportCfaOrdinal(answers, { model: 'f =~ i1 + i2' });
    expect(found).toEqual({ ok: false, reason: 'not-identified' });
  });

  it('a category that one group does not use', () => {
    const first = csv([...some, '3,1,1,x', '3,2,2,x']);
    const found = reportInvarianceOrdinal(first, { model: 'f =~ a + b + c', group: 'g' });
    expect(found).toEqual({ ok: false, reason: 'empty-category' });
  });
});
