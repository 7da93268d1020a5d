import { describe, expect, it } from 'vitest';
import { multilevelBinary } from '#analysis/multilevel/multilevel-binary.ts';
import { multilevelLinear } from '#analysis/multilevel/multilevel-linear.ts';
import { multilevelOrdinal } from '#analysis/multilevel/multilevel-ordinal.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import reference from '#tests/fixtures/analysis/multilevel/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';

const full = readTableFile('sim_hospitals.csv');
// The reference runs left out every row with something missing in any column.
const isComplete = (row: number) =>
  [...full.columns.values()].every(({ kind, values }) => {
    return kind === 'number' ? !Number.isNaN(values[row]) : values[row] !== null;
  });
const kept = Array.from({ length: full.n }, (_, row) => row).filter(isComplete);
const hospitals = tableOf(
  Object.fromEntries(
    [...full.columns].map(([name, { values }]) => [name, kept.map((row) => values[row] ?? '')]),
  ),
);
const model = { outcome: 'attitude', group: 'hospital', covariates: ['female', 'ai_knowledge'] };
const nested = { ...model, higherGroup: 'country' };

function near(
  actual: readonly (number | undefined | null)[],
  expected: readonly number[],
  limit: number,
) {
  expect(actual).toHaveLength(expected.length);
  for (const [place, e] of expected.entries()) {
    expect(deviation(actual[place], e), `place ${place}`).toBeLessThan(limit);
  }
}

describe('the linear model against lme4', () => {
  it.each([
    ['nested, REML', nested, 'reml', reference.linearNested],
    ['nested, ML', nested, 'ml', reference.linearNestedMl],
    ['one level, REML', model, 'reml', reference.linearOne],
  ] as const)('%s', (_, options, method, expected) => {
    const fit = multilevelLinear(hospitals, options)[method];
    if (!fit.ok) throw new Error(fit.reason);
    near([fit.logLik], [expected.logLik], 1e-8);
    near(
      fit.coefficients.map(({ estimate }) => estimate),
      expected.beta,
      1e-6,
    );
    near(
      fit.coefficients.map(({ standardError }) => standardError),
      expected.se,
      1e-6,
    );
    const { hospital } = expected.variances;
    const country = 'country' in expected.variances ? [expected.variances.country] : [];
    near([fit.varianceGroup, fit.varianceWithin], [hospital, expected.within], 1e-5);
    near(fit.varianceHigherGroup === null ? [] : [fit.varianceHigherGroup], country, 1e-5);
  });

  it('says that a fit is singular and agrees with least squares there', () => {
    const { group, y, z, fit } = reference.singular;
    const report = multilevelLinear(tableOf({ group, y, z }), {
      ...{ outcome: 'y', group: 'group', covariates: ['z'] },
    });
    expect(report.warnings).toContain('singular-fit');
    expect(report.warnings).toContain('fewer-than-20-clusters');
    if (!report.reml.ok) throw new Error(report.reml.reason);
    expect(report.reml.varianceGroup).toBe(0);
    expect(report.reml.icc).toBe(0);
    expect(report.reml.randomInterceptTest).toEqual({ statistic: 0, p: 1 });
    near(
      report.reml.coefficients.map(({ estimate }) => estimate),
      fit.beta,
      1e-7,
    );
    near([report.reml.logLik, report.reml.varianceWithin], [fit.logLik, fit.within], 1e-7);
  });
});

describe('logit models against lme4 and ordinal', () => {
  it.each([
    ['binary, hospitals in countries', nested, 1, reference.binaryNested],
    ['binary, nine nodes', model, 9, reference.binaryAgq],
  ] as const)('%s', (_, options, quadraturePoints, expected) => {
    const binary = 'attitude >= 4';
    const { model: fit } = multilevelBinary(hospitals, { ...options, binary, quadraturePoints });
    if (!fit.ok) throw new Error(fit.reason);
    near([fit.logLik], [expected.logLik], 1e-6);
    near(
      fit.coefficients.map(({ estimate }) => estimate),
      expected.beta,
      1e-4,
    );
    near(
      fit.coefficients.map(({ standardError }) => standardError),
      expected.se,
      1e-3,
    );
    near(
      fit.intercepts.map(({ variance }) => variance),
      Object.values(expected.variances),
      1e-4,
    );
  });

  it.each([
    ['ordinal, hospitals in countries', nested, 1, reference.ordinalNested],
    ['ordinal, seven nodes', model, 7, reference.ordinalAgq],
  ] as const)('%s', (_, options, quadraturePoints, expected) => {
    const { model: fit } = multilevelOrdinal(hospitals, { ...options, quadraturePoints });
    if (!fit.ok) throw new Error(fit.reason);
    near([fit.logLik], [expected.logLik], 1e-8);
    const all = [...fit.thresholds, ...fit.coefficients];
    near(
      all.map(({ estimate }) => estimate),
      [...expected.thresholds, ...expected.beta],
      1e-4,
    );
    near(
      all.map(({ standardError }) => standardError),
      expected.se,
      1e-4,
    );
    const { hospital, ...higher } = expected.variances;
    near(
      fit.intercepts.map(({ variance }) => variance),
      [hospital, ...Object.values(higher)],
      1e-4,
    );
  });
});

describe('invariances', () => {
  it('the order of rows and the names of clusters do not matter', () => {
    const turned = tableOf(
      Object.fromEntries(
        [...hospitals.columns].map(([name, { values }]) => {
          const cells = [...values].reverse().map((value) => value ?? '');
          return [name, name === 'hospital' ? cells.map((cell) => `x${cell}`) : cells];
        }),
      ),
    );
    const [one, other] = [multilevelLinear(hospitals, nested), multilevelLinear(turned, nested)];
    if (!one.reml.ok || !other.reml.ok) throw new Error('not estimable');
    expect(deviation(other.reml.logLik, one.reml.logLik)).toBeLessThan(1e-12);
    expect(deviation(other.reml.varianceGroup, one.reml.varianceGroup)).toBeLessThan(1e-7);
  });

  it('another origin and unit of a covariate change its coefficient alone', () => {
    const covariates = ['female', 'know = (ai_knowledge - 3)/10'];
    const one = multilevelOrdinal(hospitals, { ...model, quadraturePoints: 1 }).model;
    const other = multilevelOrdinal(hospitals, { ...model, covariates, quadraturePoints: 1 }).model;
    if (!one.ok || !other.ok) throw new Error('not estimable');
    expect(deviation(other.logLik, one.logLik)).toBeLessThan(1e-10);
    const [, before] = one.coefficients;
    const [, after] = other.coefficients;
    expect(after?.name).toBe('know');
    expect(deviation(after?.estimate, 10 * (before?.estimate ?? NaN))).toBeLessThan(1e-6);
    expect(deviation(after?.z, before?.z ?? NaN)).toBeLessThan(1e-5);
  });

  it('a dichotomy as two categories and as an event is one model', () => {
    const binary = multilevelBinary(hospitals, { ...model, binary: 'attitude >= 4' }).model;
    const ordinal = multilevelOrdinal(hospitals, { ...model, outcome: 'attitude >= 4' }).model;
    if (!binary.ok || !ordinal.ok) throw new Error('not estimable');
    expect(binary.logLik).toBe(ordinal.logLik);
    expect(binary.coefficients[0]?.estimate).toBe(-(ordinal.thresholds[0]?.estimate ?? NaN));
  });
});

describe('degenerate inputs', () => {
  const random = seededGenerator(3);
  const y = Array.from({ length: 60 }, () => Math.floor(random() * 3));
  const g = Array.from({ length: 60 }, (_, row) => row % 6);
  const x = Array.from({ length: 60 }, () => random());
  const base = { y, g, x, twice: x.map((value) => 2 * value) };
  it.each<[string, Record<string, number[]>, string[], string]>([
    ['one cluster', { ...base, g: g.map(() => 1) }, ['x'], 'too-few-groups'],
    ['every row a cluster', { ...base, g: g.map((_, row) => row) }, ['x'], 'too-few-groups'],
    ['one category', { ...base, y: y.map(() => 2) }, ['x'], 'zero-variance'],
    ['a covariate twice', base, ['x', 'twice'], 'collinear'],
    ['a covariate that is the outcome', { ...base, x: y }, ['x'], 'separation'],
    ['nobody', { y: [NaN], g: [1], x: [1] }, ['x'], 'too-few-groups'],
  ])('ordinal: %s', (_, columns, covariates, reason) => {
    const report = multilevelOrdinal(tableOf(columns), { outcome: 'y', group: 'g', covariates });
    expect(report.model).toEqual({ ok: false, reason });
  });

  it.each<[string, Record<string, number[]>, string[], string]>([
    ['one cluster', { ...base, g: g.map(() => 1) }, ['x'], 'too-few-groups'],
    ['the same score for all', { ...base, y: y.map(() => 2) }, ['x'], 'zero-variance'],
    ['a covariate twice', base, ['x', 'twice'], 'collinear'],
    [
      'more covariates than people',
      { y: [1, 2, 4], g: [1, 1, 2], x: [1, 5, 2] },
      ['x', 'x2 = x^2', 'x3 = x^3'],
      'too-few-respondents',
    ],
  ])('linear: %s', (_, columns, covariates, reason) => {
    const report = multilevelLinear(tableOf(columns), { outcome: 'y', group: 'g', covariates });
    expect(report.reml).toEqual({ ok: false, reason });
  });

  it('clusters that answer all alike are named separation, not a huge variance', () => {
    const alike = { y: g.map((cluster) => Number(cluster > 2)), g, x };
    const { model: fit } = multilevelBinary(tableOf(alike), { outcome: 'y', group: 'g' });
    expect(fit).toEqual({ ok: false, reason: 'separation' });
  });

  it('wrong options are refused', () => {
    const table = tableOf(base);
    const options = { outcome: 'y', group: 'g' };
    expect(() => multilevelBinary(table, options)).toThrow('not-binary');
    expect(() => multilevelOrdinal(table, { ...options, quadraturePoints: 0 })).toThrow();
    expect(() => multilevelLinear(table, { outcome: 'y', group: 'y' })).toThrow('same-column');
    expect(() => multilevelLinear(table, { ...options, covariates: ['z'] })).toThrow('unknown');
  });
});
