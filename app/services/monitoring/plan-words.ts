import type { AlertKind } from '#db/schema/alert.ts';
import type { AlertTier, Cadence, Direction, PlannedChart } from '#db/schema/monitoring-plan.ts';
import { allOf } from '../all-of.ts';

/** In the order in which forms offer them; the database holds the same words. */
export const cadences = allOf<Cadence>()(['day', 'week', 'month', 'quarter', 'year']);

export const plannedCharts = allOf<PlannedChart>()([
  'automatic',
  'xmr',
  'p-prime',
  'p',
  'u-prime',
  'u',
  'c',
  'g',
  't',
  'ewma',
  'cusum',
  'risk-adjusted-cusum',
  'none',
]);

export const directions = allOf<Direction>()(['up', 'down', 'neutral']);

export const alertTiers = allOf<AlertTier>()(['safety', 'board', 'exploratory']);

/** Sets of rules that may raise an alert; those of charts with a limit of their own need none. */
export const alertRuleNames = ['board-alert', 'limits-alone', 'nhs-seven'] as const;
export type AlertRuleName = (typeof alertRuleNames)[number];

/** What a plan says an action for. */
export const plannedAlerts = [
  'signal',
  'subgroup-gap',
  'drift',
  'nothing-sent',
] as const satisfies readonly AlertKind[];
export type PlannedAlert = (typeof plannedAlerts)[number];

/** Periods a year. */
export const periodsAYear: Record<Cadence, number> = {
  ...{ day: 365, week: 52, month: 12, quarter: 4, year: 1 },
};

/** Days after the end of a period until its numbers must be there. */
export const daysToSend: Record<Cadence, number> = {
  ...{ day: 3, week: 10, month: 21, quarter: 30, year: 60 },
};

/** Days to look at an alert where the plan says nothing else. */
export const daysToTriage: Record<AlertTier, number> = { safety: 2, board: 14, exploratory: 30 };
