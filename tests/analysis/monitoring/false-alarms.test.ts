import { describe, expect, it } from 'vitest';
import { achievedAlarms } from '#analysis/monitoring/false-alarms/achieved-alarms.ts';
import { boardBudget } from '#analysis/monitoring/false-alarms/board-budget.ts';
import { poissonInterval } from '#analysis/monitoring/false-alarms/poisson-interval.ts';
import { simulateFalseAlarms } from '#analysis/monitoring/false-alarms/simulate-false-alarms.ts';
import { ruleSets } from '#analysis/monitoring/rules/rule-sets.ts';

describe('a board of charts', () => {
  const chart = (id: string) => ({ id, pointsPerYear: 12, falseAlarmsPerPoint: 1 / 370 });

  it('gives the sum of what its charts give, and says which run length the budget asks for', () => {
    const charts = ['a', 'b', 'c', 'd', 'e'].map(chart);
    const budget = boardBudget(charts, 0.1);
    expect(budget.expected).toBeCloseTo(60 / 370, 12);
    expect(budget.isWithin).toBe(false);
    expect(budget.neededRunLength).toBe(600);
    expect(budget.anyInYear).toBeCloseTo(1 - (1 - 1 / 370) ** 60, 12);
    const wider = charts.map((one) => ({ ...one, falseAlarmsPerPoint: 1 / 600 }));
    expect(boardBudget(wider, 0.1).expected).toBeCloseTo(0.1, 12);
  });

  it('without a budget says what they give, and nothing of whether it holds', () => {
    const budget = boardBudget([chart('a')], null);
    expect(budget.expected).toBeCloseTo(12 / 370, 12);
    expect(budget).toMatchObject({ allowed: null, isWithin: null, neededRunLength: null });
  });

  it('without charts nothing is expected', () => {
    expect(boardBudget([], 1)).toMatchObject({ expected: 0, neededRunLength: null, anyInYear: 0 });
  });

  it('refuses what is no budget', () => {
    expect(() => boardBudget([], 0)).toThrow('chart-design');
    expect(() => boardBudget([{ ...chart('a'), falseAlarmsPerPoint: 2 }], 1)).toThrow(
      'chart-design',
    );
  });
});

describe('alarms that came', () => {
  it('the exact interval equals poisson.test', () => {
    const [none, few] = [poissonInterval(0), poissonInterval(3)];
    expect(none[0]).toBe(0);
    expect(none[1]).toBeCloseTo(3.688879454113936, 10);
    expect(few[0]).toBeCloseTo(0.618672, 5);
    expect(few[1]).toBeCloseTo(8.767273, 5);
  });

  it('are read against the declared number', () => {
    expect(achievedAlarms(3, 2, 1).reading).toBe('as-declared');
    expect(achievedAlarms(12, 2, 1).reading).toBe('more-than-declared');
    expect(achievedAlarms(0, 4, 3).reading).toBe('fewer-than-declared');
  });
});

describe('quiet charts', () => {
  const rate = (rules: keyof typeof ruleSets, screen = true) => {
    const { rules: names } = ruleSets[rules];
    return simulateFalseAlarms({ points: 24, rules: names, screen, draws: 400, seed: 3 });
  };

  it('flag less with fewer rules, and the same for the same seed', () => {
    const [all, board, limits] = [rate('nhs-seven'), rate('board-alert'), rate('limits-alone')];
    expect(all.anyFlag).toBeGreaterThan(board.anyFlag);
    expect(board.anyFlag).toBeGreaterThan(limits.anyFlag);
    expect(rate('nhs-seven')).toEqual(all);
  });

  it('flag more when single jumps are left out of the limits', () => {
    expect(rate('nhs-seven').anyFlag).toBeGreaterThan(rate('nhs-seven', false).anyFlag);
  });

  it('refuse a baseline beyond the points', () => {
    const { rules } = ruleSets['limits-alone'];
    expect(() => simulateFalseAlarms({ points: 12, baseline: 13, rules })).toThrow('chart-design');
  });
});
