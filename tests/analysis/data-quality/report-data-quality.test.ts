import { describe, expect, it } from 'vitest';
import { reportDataQuality } from '#analysis/data-quality/report-data-quality.ts';
import reference from '#tests/fixtures/analysis/data-quality/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readCsv } from '../support/read-csv.ts';
import { tableOf } from '../support/table-of.ts';

const items = Array.from({ length: 10 }, (_, i) => `v${i + 1}`);
const data = readCsv(new URL('../../fixtures/oracle/data/shared/sim_2f20.csv', import.meta.url));
/** As in runner.R: v3 and v8 turned, answers taken out by a rule. */
const columns = Object.fromEntries(
  items.map((name, i) => [
    name,
    (data[name] ?? []).slice(0, 200).map((value, row) => {
      const isMissing = ((row + 1) * 7 + (i + 1) * 13) % 37 === 0 && (row + 1) % 3 > 0;
      if (isMissing) return NaN;
      return i === 2 || i === 7 ? 6 - value : value;
    }),
  ]),
);
const table = tableOf(columns);
const options = {
  items,
  reverse: ['v3', 'v8'],
  minCategory: 1,
  maxCategory: 5,
  scales: [items.slice(0, 4), items.slice(4, 7), items.slice(7)],
  criticalCorrelation: 0.35,
};

function expectList(actual: ArrayLike<number>, expected: readonly (number | null)[]) {
  expect(expected.length).toBeGreaterThan(0);
  expected.forEach((value, row) => expect(deviation(actual[row], value)).toBeLessThan(1e-10));
}

describe('missing answers', () => {
  const report = reportDataQuality(table, options);

  it('are counted by item, respondent and pattern', () => {
    const { missing } = report;
    expect(missing.cells).toBe(reference.missing.cells);
    expect(missing.completeCases).toBe(reference.missing.complete);
    expect(missing.patterns).toHaveLength(reference.missing.patterns);
    expect(missing.patterns[0]).toEqual({ n: reference.missing.complete, missingItems: [] });
    expect(missing.items.reduce((sum, item) => sum + item.missing, 0)).toBe(missing.cells);
    expect(missing.percent).toBeCloseTo((100 * missing.cells) / 2000, 12);
  });

  it('give the moments of lavaan and the test of Little', () => {
    const { emMoments: moments, littleMcar: little } = report;
    if (!moments.ok || !little.ok) throw new Error('not estimable');
    reference.moments.mean.forEach((value, i) =>
      expect(deviation(moments.mean[i], value)).toBeLessThan(1e-8),
    );
    reference.moments.covariance.forEach((value, i) =>
      expect(deviation(moments.covariance[i], value)).toBeLessThan(1e-8),
    );
    expect(deviation(moments.logLik, reference.moments.logLik)).toBeLessThan(1e-9);
    expect(little.degreesOfFreedom).toBe(reference.little.df);
    expect(deviation(little.chiSquare, reference.little.chiSquare)).toBeLessThan(1e-7);
    expect(deviation(little.p, reference.little.p)).toBeLessThan(1e-7);
  });

  it('are called monotone only where respondents drop out', () => {
    const dropOut = { a: [1, 2, 3, 4], b: [1, 2, 5, NaN], c: [2, 1, NaN, NaN] };
    const gaps = { ...dropOut, b: [1, 2, NaN, NaN], c: [2, 1, NaN, 5] };
    const isMonotone = (of: Record<string, number[]>) =>
      reportDataQuality(tableOf(of), { items: ['a', 'b', 'c'] }).missing.isMonotone;
    expect(isMonotone(dropOut)).toBe(true);
    expect(isMonotone({ ...gaps, b: [NaN, 2, 1, 3] })).toBe(false);
  });
});

describe.each(['available', 'listwise'] as const)('careless responding, %s', (missing) => {
  const { careless } = reportDataQuality(table, { ...options, missing });
  const expected = missing === 'available' ? reference.available : reference.complete;

  it('equals the formulas in R', () => {
    const { mahalanobis, evenOddInconsistency: evenOdd } = careless;
    if (!mahalanobis.ok || 'ok' in evenOdd) throw new Error('not estimable');
    expectList(careless.longString, expected.longest);
    expectList(careless.averageString, expected.average);
    expectList(careless.intraIndividualResponseVariability, expected.irv);
    expectList(careless.personTotalCorrelation, expected.personTotal);
    expectList(mahalanobis.squaredDistances, expected.mahalanobis);
    expectList(evenOdd, expected.evenOdd);
    expectList(careless.psychometricSynonyms.values, expected.synonyms);
    expectList(careless.psychometricAntonyms.values, expected.antonyms);
    expect(careless.psychometricSynonyms.pairs).toHaveLength(expected.synonymPairs);
    expect(careless.psychometricAntonyms.pairs).toHaveLength(expected.antonymPairs);
  });

  it('flags respondents once for each index beyond its cut-off', () => {
    const total = careless.flags.reduce((sum, { flagged }) => sum + flagged, 0);
    expect(careless.flagsPerRespondent.reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(careless.flags.find(({ index }) => index === 'personTotal')?.flagged).toBe(
      careless.personTotalCorrelation.filter((r) => r < 0).length,
    );
  });
});

describe('reverse-keying', () => {
  it('moves the even-odd index and no other', () => {
    const turned = reportDataQuality(table, options).careless;
    const plain = reportDataQuality(table, { ...options, reverse: [] }).careless;
    expect(plain.longString).toEqual(turned.longString);
    expect(plain.psychometricAntonyms).toEqual(turned.psychometricAntonyms);
    expect(plain.evenOddInconsistency).not.toEqual(turned.evenOddInconsistency);
  });
});

describe('what cannot be computed', () => {
  const some = [1, 2, 3, 4, 5, 1, 3, 2];
  const other = [2, 2, 4, 3, 1, 5, 3, 4];
  const all = (value: number) => some.map(() => value);
  const reported = (of: Record<string, number[]>) =>
    reportDataQuality(tableOf(of), { items: Object.keys(of) });

  it.each([
    ['a constant item', { a: some, b: other, c: all(3) }, 'zero-variance'],
    ['an item nobody answered', { a: some, b: other, c: all(NaN) }, 'zero-variance'],
    ['a duplicate item', { a: some, b: other, c: some }, 'not-positive-definite'],
    ['opposite items', { a: some, b: other, c: some.map((x) => 6 - x) }, 'not-positive-definite'],
    ['two respondents', { a: [1, 2], b: [2, 1] }, 'too-few-respondents'],
    ['one respondent', { a: [1], b: [2] }, 'too-few-respondents'],
    ['nobody', { a: [], b: [] }, 'too-few-respondents'],
    ['no answers', { a: all(NaN), b: all(NaN) }, 'too-few-respondents'],
  ])('%s has a reason', (_, of, reason) => {
    const { emMoments, littleMcar, careless } = reported(of);
    expect(emMoments).toEqual({ ok: false, reason });
    expect(littleMcar).toEqual({ ok: false, reason });
    expect(careless.mahalanobis.ok).toBe(false);
  });

  it('complete answers have moments and no test', () => {
    const { emMoments, littleMcar } = reported({ a: some, b: other });
    expect(emMoments.ok).toBe(true);
    expect(littleMcar).toEqual({ ok: false, reason: 'complete-data' });
  });

  it('the same answer throughout is the longest run and correlates with nothing', () => {
    const { careless } = reported({ a: [3, 1, 2], b: [3, 2, 5], c: [3, 5, 1] });
    expect([...careless.longString]).toEqual([3, 1, 1]);
    expect(careless.straightliners).toBe(1);
    expect(careless.personTotalCorrelation[0]).toBeNaN();
    expect(careless.intraIndividualResponseVariability[0]).toBe(0);
  });

  it('a scale of unknown items is refused', () => {
    const wrong = { ...options, scales: [['v1'], ['x']] };
    expect(() => reportDataQuality(table, wrong)).toThrow('scale-item-unknown');
    expect(() => reportDataQuality(table, { ...options, criticalCorrelation: 1 })).toThrow(
      'outside-unit-interval',
    );
  });
});
