import { describe, expect, it } from 'vitest';
import { reportGradedResponse } from '#analysis/irt/report-graded-response.ts';
import reference from '#tests/fixtures/analysis/item-response/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readCsv } from '../support/read-csv.ts';
import { tableOf } from '../support/table-of.ts';

const data = readCsv(new URL('../../fixtures/analysis/data/sim_grm9.csv', import.meta.url));
const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9'];
const expected = reference.graded;

function reported(columns: Record<string, number[]>, names = items, more = {}) {
  const report = reportGradedResponse(tableOf(columns), { items: names, ...more });
  if (!report.ok) throw new Error(report.reason);
  return report;
}

describe('the graded response model', () => {
  const report = reported(data);

  it('agrees with mirt in parameters and standard errors', () => {
    expect(Math.abs(report.logLik - expected.logLik)).toBeLessThan(1e-6);
    expect(Math.abs(report.bic - expected.bic)).toBeLessThan(1e-5);
    expect(report.freeParameters).toBe(expected.npar);
    for (const { item, slope, thresholds, standardisedLoading } of report.items) {
      const { par, se } = expected.items[item as keyof typeof expected.items];
      const [parameters, errors] = [Object.values(par), Object.values(se)];
      [slope, ...thresholds].forEach(({ estimate, standardError = NaN }, i) => {
        expect(deviation(estimate, parameters[i] ?? NaN)).toBeLessThan(1e-5);
        expect(deviation(standardError, errors[i] ?? NaN)).toBeLessThan(1e-5);
      });
      const loading = expected.factor_loadings[item as keyof typeof expected.factor_loadings];
      expect(standardisedLoading).toBeCloseTo(loading, 5);
    }
  });

  it('agrees with mirt in scores, information and reliability', () => {
    expected.eap.forEach((value, row) => {
      expect(report.scores.eap[row]).toBeCloseTo(value, 5);
      expect(report.scores.eapSe[row]).toBeCloseTo(expected.eap_se[row] ?? NaN, 5);
      expect(report.scores.map[row]).toBeCloseTo(expected.map[row] ?? NaN, 4);
      expect(report.scores.mapSe[row]).toBeCloseTo(expected.map_se[row] ?? NaN, 4);
    });
    Object.entries(expected.test_information).forEach(([level, value]) => {
      const at = report.information.theta.indexOf(Number(level));
      expect(deviation(report.information.test[at], value)).toBeLessThan(1e-5);
    });
    expect(report.marginalReliability).toBeCloseTo(expected.marginal_reliability, 5);
    const { empiricalReliability: empirical } = report;
    expect(empirical.ok && empirical.value).toBeCloseTo(expected.empirical_reliability_eap, 5);
    report.sumScoreTable.forEach(({ sumScore, eap, se }, s) => {
      expect(sumScore).toBe(expected.eap_sum_score_table.sum_score[s]);
      expect(eap).toBeCloseTo(expected.eap_sum_score_table.eap[s] ?? NaN, 5);
      expect(se).toBeCloseTo(expected.eap_sum_score_table.se[s] ?? NaN, 5);
    });
  });

  it('agrees with mirt in overall fit and local dependence', () => {
    const { overallFit, localDependence } = report;
    if (!overallFit.ok) throw new Error(overallFit.reason);
    const { C2 } = expected;
    expect(overallFit.degreesOfFreedom).toBe(C2.df);
    expect(deviation(overallFit.chiSquare, C2.M2)).toBeLessThan(1e-5);
    expect(deviation(overallFit.p, C2.p)).toBeLessThan(1e-5);
    expect(deviation(overallFit.rmsea, C2.RMSEA)).toBeLessThan(1e-6);
    expect(overallFit.rmseaInterval[0]).toBe(C2.RMSEA_5);
    expect(deviation(overallFit.rmseaInterval[1], C2.RMSEA_95)).toBeLessThan(1e-4);
    expect(deviation(overallFit.srmsr, C2.SRMSR)).toBeLessThan(1e-6);
    expect(deviation(overallFit.tli, C2.TLI)).toBeLessThan(1e-6);
    expect(deviation(overallFit.cfi, C2.CFI)).toBeLessThan(1e-6);
    expect(deviation(localDependence.largestAbsolute, expected.max_abs_Q3)).toBeLessThan(1e-4);
    expect(localDependence.pairs).toHaveLength(36);
  });

  // mirt joins sparse cells by rules of its own, which differ from ours in i5.
  it.each(items.filter((item) => item !== 'i5'))('agrees with mirt in the fit of %s', (item) => {
    const { S_X2: by } = expected;
    const test = report.itemFit.find((one) => one.ok && one.item === item);
    if (!test?.ok) throw new Error('not estimable');
    const i = by.item.indexOf(item);
    expect(test.degreesOfFreedom).toBe(by.df[i]);
    expect(deviation(test.chiSquare, by.s_x2[i] ?? NaN)).toBeLessThan(1e-4);
    expect(deviation(test.p, by.p[i] ?? NaN)).toBeLessThan(1e-3);
  });

  it('sees two items that share more than the trait', () => {
    const again = (data['i6'] ?? []).map((x, row) =>
      row % 3 === 0 ? (data['i4']?.[row] ?? x) : x,
    );
    const { localDependence, overallFit, itemFit } = reported({ ...data, again }, [
      ...items,
      'again',
    ]);
    expect(localDependence.pairs[0]?.items).toEqual(['i6', 'again']);
    expect(localDependence.pairs[0]?.q3).toBeGreaterThan(0.4);
    expect(overallFit.ok && overallFit.p).toBeLessThan(1e-6);
    expect(itemFit).toHaveLength(10);
  });

  it('has a gradient of nothing on a much finer grid', () => {
    expect(report.quadratureCheck?.largestGradient).toBeLessThan(1e-3);
    expect(report.quadratureCheck?.logLik).toBeCloseTo(report.logLik, 4);
  });

  it('turns an item without changing its slope', () => {
    const turned = reported(data, items, { reverse: ['i1'], minCategory: 1, maxCategory: 5 });
    expect(turned.logLik).toBeCloseTo(
      reported({ ...data, i1: (data['i1'] ?? []).map((x) => 6 - x) }).logLik,
      8,
    );
    const [here, there] = [report.items[0], turned.items[0]];
    expect(there?.slope.estimate).toBeCloseTo(-(here?.slope.estimate ?? NaN), 4);
    expect(turned.logLik).toBeCloseTo(report.logLik, 6);
    expect(turned.warnings).toContainEqual({ code: 'negative-slope', item: 'i1' });
  });

  it('does not depend on the order of rows or items, and doubles with the data', () => {
    const backwards = Object.fromEntries(
      items.map((name) => [name, (data[name] ?? []).toReversed()]),
    );
    const other = reported(backwards, items.toReversed());
    expect(other.logLik).toBeCloseTo(report.logLik, 7);
    const twice = Object.fromEntries(
      items.map((name) => [name, [...(data[name] ?? []), ...(data[name] ?? [])]]),
    );
    const doubled = reported(twice);
    expect(doubled.logLik).toBeCloseTo(2 * report.logLik, 6);
    expect(doubled.items[3]?.slope.standardError).toBeCloseTo(
      (report.items[3]?.slope.standardError ?? NaN) / Math.SQRT2,
      6,
    );
  });

  it('leaves missing answers out, and respondents without any', () => {
    const holes = Object.fromEntries(
      items.map((name, i) => [
        name,
        (data[name] ?? []).map((x, row) => (row === 0 || (row + i) % 7 === 0 ? NaN : x)),
      ]),
    );
    const partial = reported(holes);
    expect(partial).toMatchObject({ n: 499, nWithoutAnswers: 1 });
    expect(partial.scores.rows[0]).toBe(1);
    expect(partial.overallFit).toEqual({ ok: false, reason: 'incomplete-data' });
    expect(partial.itemFit[0]).toEqual({ ok: false, reason: 'incomplete-data' });
    expect(partial.localDependence.largestAbsolute).toBeGreaterThan(0);
    expect(partial.scores.eap.every(Number.isFinite)).toBe(true);
    const [here, there] = [report.items[4], partial.items[4]];
    expect(Math.abs((here?.slope.estimate ?? NaN) - (there?.slope.estimate ?? NaN))).toBeLessThan(
      0.4,
    );
  });
});

describe('what cannot be estimated', () => {
  const a = [1, 2, 3, 1, 2, 3, 2, 1];
  const b = [1, 3, 2, 1, 3, 2, 1, 2];
  it.each<[string, Record<string, number[]>, string]>([
    ['a constant item', { a, b, c: a.map(() => 1) }, 'zero-variance'],
    ['no answers', { a: a.map(() => NaN), b: b.map(() => NaN) }, 'too-few-respondents'],
    ['one item', { a }, 'too-few-items'],
    ['one respondent', { a: [1], b: [2] }, 'too-few-respondents'],
  ])('%s has a reason', (_, columns, reason) => {
    const result = reportGradedResponse(tableOf(columns), {
      items: Object.keys(columns),
    });
    expect(result).toEqual({ ok: false, reason });
  });

  it('warns of items that repeat each other', () => {
    const i1 = data['i1'] ?? [];
    const { warnings } = reported({ i1, again: i1, i2: data['i2'] ?? [] }, ['i1', 'again', 'i2']);
    expect(warnings).toContainEqual({ code: 'steep-slope', item: 'again' });
  });

  it.each([
    [{ quadrature: { points: 2 } }, 'quadrature'],
    [{ confidenceLevel: 1 }, 'outside-unit-interval'],
    [{ items: ['i1', 'no'] }, 'unknown-column'],
  ])('%j is refused', (options, code) => {
    const call = () => reportGradedResponse(tableOf(data), { items, ...options });
    expect(call).toThrow(expect.objectContaining({ code }) as Error);
  });
});
