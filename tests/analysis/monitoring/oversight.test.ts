import { describe, expect, it } from 'vitest';
import { automationBias } from '#analysis/monitoring/oversight/automation-bias.ts';
import { expectedConfusion } from '#analysis/monitoring/performance/expected-confusion.ts';
import { logisticRecalibration } from '#analysis/monitoring/performance/logistic-recalibration.ts';

describe('automation bias', () => {
  it('is the share of wrong advice that was followed', () => {
    const advice = { wrong: 40, wrongAccepted: 30, right: 200, rightOverridden: 10 };
    const { acceptWhenWrong, overrideWhenRight, seededErrorsPassed } = automationBias(advice);
    expect(acceptWhenWrong).toMatchObject({ ok: true, value: 0.75 });
    expect(overrideWhenRight).toMatchObject({ ok: true, value: 0.05 });
    expect(seededErrorsPassed).toEqual({ ok: false, reason: 'too-few-cases' });
    expect(() => automationBias({ ...advice, wrongAccepted: 41 })).toThrow('count');
  });
});

describe('what is to be expected before outcomes are in', () => {
  const risks = [0.1, 0.3, 0.5, 0.7, 0.9];
  const groups = (tilt: number) =>
    risks.map((risk) => ({ n: 200, risk, events: 200 * Math.min(1, risk + tilt) }));
  const bins = [
    { n: 100, sumP: 80, isFlagged: true },
    { n: 300, sumP: 30, isFlagged: false },
  ];

  it('follows from calibrated risks', () => {
    expect(expectedConfusion(bins, logisticRecalibration(groups(0)))).toEqual({
      ...{ ok: true, isEstimate: true, expected: { tp: 80, fp: 20, fn: 30, tn: 270 } },
    });
  });

  it('is refused where the risks are not, or it is not known', () => {
    const refused = { ok: false, reason: 'not-calibrated' };
    expect(expectedConfusion(bins, logisticRecalibration(groups(0.09)))).toEqual(refused);
    expect(expectedConfusion(bins, logisticRecalibration([]))).toEqual(refused);
    expect(expectedConfusion([], logisticRecalibration(groups(0)))).toEqual({
      ...{ ok: false, reason: 'too-few-cases' },
    });
    expect(() =>
      expectedConfusion([{ n: 1, sumP: 2, isFlagged: true }], logisticRecalibration(groups(0))),
    ).toThrow('risk-bins');
  });
});
