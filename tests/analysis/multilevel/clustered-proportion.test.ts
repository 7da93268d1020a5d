import { describe, expect, it } from 'vitest';
import { clusteredProportion } from '#analysis/multilevel/clustered-proportion.ts';
import { tableOf } from '../support/table-of.ts';

const options = { outcome: 'y', group: 'g' };

describe('a proportion of clustered respondents', () => {
  // Further reference values: tests/oracle/cases.test.ts.
  it('has the interval of fewer people when clusters answer alike', () => {
    const y = [1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0];
    const g = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3];
    const { clustered, unadjustedInterval, ...report } = clusteredProportion(
      tableOf({ y, g }),
      options,
    );
    expect(report).toMatchObject({
      n: 12,
      events: 7,
      missing: 0,
      warnings: ['fewer-than-20-clusters'],
    });
    if (!clustered.ok || !unadjustedInterval) throw new Error('estimable');
    // By hand: SSB = 2/3, SSW = 9/4; MSB = 1/3, MSW = 1/4; ICC = (1/12)/(1/3 + 3/4)
    expect(clustered.intraclassCorrelation).toBeCloseTo(1 / 13, 14);
    expect(clustered.designEffect).toBeCloseTo(16 / 13, 14);
    expect(clustered.effectiveN).toBeCloseTo(9.75, 12);
    expect(clustered.interval[0]).toBeLessThan(unadjustedInterval[0]);
    expect(clustered.interval[1]).toBeGreaterThan(unadjustedInterval[1]);
  });

  it('leaves out whoever lacks the outcome, the cluster or a covariate', () => {
    const table = tableOf({
      y: [1, 0, 1, NaN, 1],
      g: ['a', 'a', 'b', 'b', ''],
      x: [1, NaN, 2, 3, 4],
    });
    expect(clusteredProportion(table, options)).toMatchObject({ n: 3, missing: 2 });
    expect(clusteredProportion(table, { ...options, covariates: ['x'] })).toMatchObject({ n: 2 });
  });

  it.each([
    ['no rows', [], [], 'too-few-groups'],
    ['all missing', [NaN, NaN], [1, 2], 'too-few-groups'],
    ['one cluster', [1, 0, 1], [1, 1, 1], 'too-few-groups'],
    ['one respondent each', [1, 0], [1, 2], 'too-few-respondents'],
    ['all events', [1, 1, 1, 1], [1, 1, 2, 2], 'zero-variance'],
    ['nothing varies within', [1, 1, 0, 0], [1, 1, 2, 2], 'zero-variance'],
    ['clusters exactly opposed', [1, 0, 1, 0], [1, 1, 2, 2], 'zero-variance'],
  ])('%s: a reason, never NaN', (_, y, g, reason) => {
    const report = clusteredProportion(tableOf({ y, g }), options);
    expect(report.clustered).toEqual({ ok: false, reason });
    const text = JSON.stringify(report, (_key, value: unknown) => {
      return typeof value === 'number' && !Number.isFinite(value) ? 'not a number' : value;
    });
    expect(text).not.toContain('not a number');
  });

  it('refuses other values than 0 and 1', () => {
    expect(() => clusteredProportion(tableOf({ y: [1, 2], g: [1, 2] }), options)).toThrow(
      'not-binary',
    );
    const table = tableOf({ y: [1, 4, 5, 2], g: [1, 1, 2, 2] });
    expect(clusteredProportion(table, { ...options, binary: 'y >= 4' }).events).toBe(2);
  });
});
