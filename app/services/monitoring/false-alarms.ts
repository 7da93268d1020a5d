import { simulateFalseAlarms } from '#analysis/monitoring/false-alarms/simulate-false-alarms.ts';
import { riskAdjustedRunLength } from '#analysis/monitoring/run-length/risk-adjusted-run-length.ts';
import { cusumRunLength } from '#analysis/monitoring/run-length/cusum-run-length.ts';
import { ewmaRunLength } from '#analysis/monitoring/run-length/ewma-run-length.ts';
import type { AlertRule, Direction, PlannedChart } from '#db/schema/monitoring-plan.ts';
import { designOf } from './risk-adjusted.ts';
import { lambda, shift } from './sum-charts.ts';
import { ruleSetOf } from './watched-chart.ts';

const perPoint = new Map<string, number>();

/** Chance that a quiet month after a year's baseline raises an alarm, by simulation; the same each time. */
function shewhartRate(rules: readonly AlertRule[]): number {
  const set = ruleSetOf(rules);
  const key = `${set.name} ${set.version}`;
  const known = perPoint.get(key);
  if (known !== undefined) return known;
  const found = simulateFalseAlarms({
    ...{ points: 24, baseline: 12, rules: set.rules, screen: false, draws: 1000, seed: 7 },
  }).perPoint;
  perPoint.set(key, found);
  return found;
}

/** At most so many of the risks are read: more change nothing that could be seen. */
const enoughRisks = 400;

export type Watched = {
  kind: PlannedChart;
  rules: readonly AlertRule[];
  direction: Direction;
  /** Looks a year: periods, and of case-by-case charts cases. */
  periodsAYear: number;
  casesAYear: number;
  risks: readonly number[];
  /** Of sums: the limit in use, where it was reckoned for this chart. */
  limit: number | null;
};

/** What a chart gives in false alarms: looks a year, and the chance of each. */
export function falseAlarmRate(watched: Watched): { looksAYear: number; perLook: number } {
  const { kind, rules, direction, periodsAYear, casesAYear, risks, limit } = watched;
  const sides = direction === 'neutral' ? 1 : 0.5;
  switch (kind) {
    case 'none':
    case 'automatic':
      return { looksAYear: 0, perLook: 0 };
    case 'risk-adjusted-cusum': {
      const step = Math.max(1, Math.ceil(risks.length / enoughRisks));
      const some = risks.filter((_, i) => i % step === 0);
      if (some.length === 0) return { looksAYear: 0, perLook: 0 };
      const { oddsRatio, limit: h } = designOf(rules);
      const cases = riskAdjustedRunLength({ risks: some, oddsRatio, limit: h });
      return { looksAYear: casesAYear, perLook: Math.min(1, 1 / cases) };
    }
    case 'cusum':
    case 'ewma': {
      if (limit === null) return { looksAYear: 0, perLook: 0 };
      const length =
        kind === 'cusum'
          ? cusumRunLength({ reference: shift, limit, sides: 'two' })
          : ewmaRunLength(lambda, limit);
      return { looksAYear: periodsAYear, perLook: Math.min(1, sides / length) };
    }
    case 'xmr':
    case 'p':
    case 'p-prime':
    case 'u':
    case 'u-prime':
    case 'c':
    case 'g':
    case 't':
      return { looksAYear: periodsAYear, perLook: sides * shewhartRate(rules) };
  }
}
