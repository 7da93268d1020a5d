import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { hierarchicalOmega } from '#analysis/reliability/hierarchical-omega.ts';
import {
  reportReliability,
  type ReliabilityOptions,
} from '#analysis/reliability/report-reliability.ts';
import { schmidLeiman } from '#analysis/reliability/schmid-leiman.ts';
import { splitHalf } from '#analysis/reliability/split-half.ts';
import { splitHalves } from '#analysis/reliability/split-halves.ts';
import reference from '#tests/fixtures/analysis/internal-consistency/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { numbersIn } from '../support/numbers-in.ts';
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';
import { valueOf } from '../support/value-of.ts';

const settings = { level: 0.95, groupFactors: [2, 3], draws: 500, seed: 1 };
const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];

function reportOf(columns: Readonly<Record<string, number[]>>, more?: Partial<ReliabilityOptions>) {
  return reportReliability(tableOf(columns), {
    ...{ ...settings, items: Object.keys(columns) },
    ...more,
  });
}

describe('six items, one of them reversed', () => {
  const report = reportReliability(readTableFile('sim_dif6.csv'), {
    ...{ ...settings, items, reverse: ['i2'], minCategory: 1, maxCategory: 5 },
  });
  const near = (actual: number | null | undefined, expected: number | undefined, limit = 1e-12) => {
    expect(deviation(actual, expected ?? NaN)).toBeLessThan(limit);
  };

  it('alpha and what goes with it equals psych', () => {
    const { alpha, interItemCorrelations: between } = report;
    expect(alpha.ok).toBe(true);
    if (!alpha.ok) return;
    near(alpha.raw, reference.alpha);
    near(valueOf(alpha.standardised), reference.standardised);
    near(valueOf(alpha.standardError), reference.standardError);
    near(between?.signalToNoise, reference.signalToNoise);
    near(between?.mean, reference.mean);
    near(between?.median, reference.median);
    near(valueOf(report.lambda6OfCorrelations), reference.lambda6);
    alpha.items.forEach((item, i) => {
      near(valueOf(item.alphaIfDeleted), reference.deleted[i]);
      near(valueOf(item.standardisedAlphaIfDeleted), reference.standardisedDeleted[i]);
      near(valueOf(item.itemRestCorrelation), reference.itemRest[i]);
    });
  });

  it('lambdas and split halves equal R', () => {
    const { guttman, splitHalf: halves } = report;
    expect(guttman.ok).toBe(true);
    if (!guttman.ok) return;
    const lambdas = [guttman.lambda1, guttman.lambda2, guttman.lambda5, valueOf(guttman.lambda6)];
    lambdas.forEach((value, i) => {
      near(value, reference.guttman[i]);
    });
    near(halves.oddEven.ok ? halves.oddEven.correlation : null, reference.oddEven);
    near(halves.firstSecond.ok ? halves.firstSecond.correlation : null, reference.firstSecond);
    const { allSplits, allSplitsStandardised: standardised } = halves;
    expect(allSplits.ok && allSplits.splits).toBe(10);
    near(allSplits.ok ? allSplits.minimum : null, reference.splits[0]);
    near(allSplits.ok ? allSplits.maximum : null, reference.splits[1]);
    near(allSplits.ok ? allSplits.mean : null, reference.alpha);
    near(standardised.ok ? standardised.maximum : null, reference.splitsStandardised[1]);
  });

  it('omega of the one-factor model equals lavaan, error of the score R', () => {
    const { oneFactor } = report.omega;
    expect(oneFactor.ok).toBe(true);
    if (!oneFactor.ok) return;
    near(oneFactor.omegaImpliedVariance, reference.omegaImplied, 1e-6);
    near(oneFactor.omegaObservedVariance, reference.omegaObserved, 1e-6);
    near(oneFactor.fit.chiSquare, reference.chisq, 1e-6);
    const { measurementError: error } = report;
    near(error.ok ? error.standardDeviation : null, reference.sd);
    near(error.ok ? error.standardErrorOfMeasurement : null, reference.sem);
  });
});

describe('hierarchical structure', () => {
  const weights = [0.8, 0.7, 0.6];
  const pattern = new Matrix(
    Array.from({ length: 9 }, (_, i) => weights.map((_w, m) => (i % 3 === m ? 0.5 + i / 30 : 0))),
  );
  const phi = new Matrix(weights.map((a, m) => weights.map((b, l) => (m === l ? 1 : a * b))));

  it('is recovered from the correlations it implies, whatever the keys', () => {
    const common = pattern.mmul(phi).mmul(pattern.transpose());
    const correlation = common.clone().add(common.transpose()).mul(0.5);
    for (let i = 0; i < 9; i += 1) correlation.set(i, i, 1);
    const general = pattern.mmul(Matrix.columnVector(weights)).getColumn(0);
    const expected = general.reduce((sum, value) => sum + value, 0) ** 2 / correlation.sum();
    for (const item of [2, 5]) correlation.mulRow(item, -1).mulColumn(item, -1);
    const found = hierarchicalOmega(correlation, 500, 3, seededGenerator(1));
    expect(found.ok).toBe(true);
    if (!found.ok) return;
    expect(found.turned).toEqual([2, 5]);
    expect(found.omegaHierarchical).toBeCloseTo(expected, 5);
    found.generalLoadings.forEach((value, i) => {
      expect(value).toBeCloseTo(general[i] ?? NaN, 4);
    });
    expect(found.omegaHierarchicalOfLowerRotation).toBeUndefined();
  });

  it('splits communalities into a general and a group part', () => {
    const found = schmidLeiman(pattern, phi);
    expect(found.ok).toBe(true);
    if (!found.ok) return;
    const communality = pattern.mmul(phi).mmul(pattern.transpose()).diagonal();
    found.general.forEach((value, i) => {
      const parts = value ** 2 + found.group.getRow(i).reduce((sum, x) => sum + x * x, 0);
      expect(parts).toBeCloseTo(communality[i] ?? NaN, 8);
    });
  });

  it('one factor has no hierarchy', () => {
    expect(schmidLeiman(pattern.subMatrixColumn([0]), Matrix.eye(1))).toEqual({
      ...{ ok: false, reason: 'not-identified' },
    });
  });

  it('says that a rotation with a lower criterion gives another omega', () => {
    const names = Array.from({ length: 9 }, (_, i) => `i${i + 1}`);
    const { omega } = reportReliability(readTableFile('sim_grm9.csv'), {
      ...settings,
      items: names,
      groupFactors: [3],
    });
    const [found] = omega.hierarchical;
    expect(found?.ok && found.omegaHierarchicalOfLowerRotation).toBeLessThan(0.7);
    expect(found?.ok && found.omegaHierarchical).toBeGreaterThan(0.8);
  });
});

describe('split halves', () => {
  it('opposing halves are not made to look reliable', () => {
    const covariance = new Matrix([
      [1, -0.3, 0.2],
      [-0.3, 1, -0.3],
      [0.2, -0.3, 1],
    ]);
    const found = splitHalf(covariance, [0, 2]);
    expect(found.ok && found.horst).toBeLessThan(0);
  });

  it('Horst equals Spearman–Brown for equal halves', () => {
    const covariance = new Matrix([
      [1, 0.4, 0.2, 0.3],
      [0.4, 2, 0.3, 0.1],
      [0.2, 0.3, 1, 0.5],
      [0.3, 0.1, 0.5, 1],
    ]);
    const found = splitHalf(covariance, [0, 3]);
    expect(found.ok).toBe(true);
    if (found.ok) expect(found.horst).toBeCloseTo(found.spearmanBrown, 12);
  });

  it('many items: a sample whose mean is near alpha, the same for the same seed', () => {
    const k = 20;
    const covariance = Matrix.zeros(k, k).add(0.3).add(Matrix.eye(k));
    covariance.set(0, 1, 1.2).set(1, 0, 1.2);
    const alpha = (k / (k - 1)) * (1 - covariance.trace() / covariance.sum());
    const draw = (seed: number) => {
      const found = splitHalves(covariance, 2000, seededGenerator(seed));
      return found.ok ? found.values : new Float64Array();
    };
    const values = draw(3);
    expect(values).toEqual(draw(3));
    expect(values).not.toEqual(draw(4));
    expect(values.reduce((sum, value) => sum + value, 0) / 2000).toBeCloseTo(alpha, 3);
  });
});

describe('data that determine little', () => {
  const varied = [1, 2, 3, 4, 5, 3, 2, 4, 1, 5];
  const other = [2, 1, 3, 5, 4, 3, 1, 4, 2, 5];
  const third = [1, 3, 2, 4, 4, 2, 3, 5, 1, 4];
  const cases: [string, Record<string, number[]>][] = [
    ['a constant item', { a: varied, b: other, c: third, d: varied.map(() => 3.3) }],
    ['a duplicate item', { a: varied, b: other, c: third, d: varied }],
    ['two respondents', { a: [1, 2], b: [2, 4], c: [1, 3] }],
    ['one respondent', { a: [1], b: [2], c: [1] }],
    ['nobody', { a: [NaN, NaN], b: [NaN, NaN], c: [NaN, NaN] }],
    ['nobody complete', { a: [1, NaN, 3], b: [NaN, 2, 3], c: [1, 2, NaN] }],
    ['one category', { a: [2, 2, 2], b: [2, 2, 2], c: [2, 2, 2] }],
    ['perfect correlation', { a: varied, b: varied.map((x) => x + 1), c: varied }],
    ['two items', { a: varied, b: other }],
    ['opposing items', { a: varied, b: varied.map((x) => 6 - x) }],
  ];

  it.each(cases)('%s: no NaN, no throw', (_, columns) => {
    const report = reportOf(columns);
    expect(numbersIn(report).filter(({ value }) => Number.isNaN(value))).toEqual([]);
    expect(numbersIn(report).length).toBeGreaterThan(0);
  });

  it('a constant item counts in raw alpha, is named, and forbids standardised ones', () => {
    const { alpha, zeroVarianceItems, lambda6OfCorrelations } = reportOf(cases[0]?.[1] ?? {});
    expect(zeroVarianceItems).toEqual(['d']);
    expect(alpha.ok && alpha.standardised).toEqual({ ok: false, reason: 'zero-variance' });
    expect(lambda6OfCorrelations).toMatchObject({ ok: false });
  });

  it('a duplicate item leaves λ6 without a number', () => {
    const { guttman, alpha } = reportOf(cases[1]?.[1] ?? {});
    expect(alpha.ok).toBe(true);
    expect(guttman.ok && guttman.lambda6).toEqual({ ok: false, reason: 'singular' });
  });

  it('nobody: too few respondents', () => {
    const report = reportOf(cases[4]?.[1] ?? {});
    expect(report.nComplete).toBe(0);
    expect(report.alpha).toMatchObject({ ok: false, reason: 'too-few-respondents' });
    expect(report.omega.oneFactor).toMatchObject({ ok: false });
  });

  it('five items cannot carry three group factors', () => {
    const { omega } = reportOf({ a: varied, b: other, c: third, d: [...third].reverse() });
    expect(omega.hierarchical[1]).toMatchObject({ ok: false, reason: 'not-identified' });
  });
});
