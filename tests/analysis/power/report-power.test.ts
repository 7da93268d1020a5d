import { describe, expect, it } from 'vitest';
import { correlationSampleSize } from '#analysis/power/correlation-sample-size.ts';
import { marginSampleSize } from '#analysis/power/margin-sample-size.ts';
import { proportionsSampleSize } from '#analysis/power/proportions-sample-size.ts';
import { reportPower } from '#analysis/power/report-power.ts';
import { tTestPower } from '#analysis/power/t-test-power.ts';
import { tTestSampleSize } from '#analysis/power/t-test-sample-size.ts';

describe('sample sizes', () => {
  // Further reference values: tests/oracle/cases.test.ts. These are R 4.2.2 with tol = 1e-14.
  it('equal R', () => {
    expect(tTestSampleSize('two-sample', 0.5, 0.9)).toBeCloseTo(85.0313133114993, 8);
    expect(tTestSampleSize('paired', 0.2, 0.8, 0.01)).toBeCloseTo(295.297273671537, 7);
    expect(tTestSampleSize('two-sample', 0.02, 0.99)).toBeCloseTo(91863.3071190757, 3);
    expect(tTestPower('two-sample', 5, 0.3)).toBeCloseTo(0.0618624347508379, 11);
    expect(proportionsSampleSize(0.1, 0.25, 0.9, 0.01)).toBeCloseTo(188.464021490748, 9);
  });

  it('reach the power asked for, whatever the sign', () => {
    for (const design of ['two-sample', 'paired'] as const) {
      for (const effect of [-0.8, 0.1, 1.7]) {
        const n = tTestSampleSize(design, effect, 0.8);
        expect(tTestPower(design, n, effect)).toBeCloseTo(0.8, 10);
      }
    }
    expect(tTestSampleSize('paired', 40, 0.8)).toBe(2);
    expect(tTestSampleSize('two-sample', 1e-6, 0.8)).toBe(Infinity);
    expect(correlationSampleSize(-0.3, 0.8)).toBe(correlationSampleSize(0.3, 0.8));
  });

  it('never exceed a finite population', () => {
    expect(marginSampleSize(0.05, 200)).toBeLessThan(200);
    expect(marginSampleSize(0.05, 1)).toBeCloseTo(1, 12);
  });

  it('are given where the options say what is needed', () => {
    expect(reportPower({ d: 0.5, p1: 0.2, population: 100 })).toMatchObject({
      ...{ nPairsPairedT: null, powerTwoSampleT: null, nPerGroupTwoProportions: null },
      ...{ nCorrelation: null, nProportionMargin: null, nProportionMarginFinitePopulation: null },
    });
  });

  it('refuse what has no answer', () => {
    expect(() => tTestSampleSize('paired', 0, 0.8)).toThrow('power');
    expect(() => proportionsSampleSize(0.3, 0.3, 0.8)).toThrow('power');
    expect(() => correlationSampleSize(1, 0.8)).toThrow('power');
    expect(() => marginSampleSize(0)).toThrow('margin');
    expect(() => tTestPower('paired', 1, 0.5)).toThrow('power');
  });
});
