import type { AlertKind } from '#db/schema/alert.ts';
import type { AlertTier, Cadence, Direction, PlannedChart } from '#db/schema/monitoring-plan.ts';

/** In the order in which forms offer them; the database holds the same words. */
export const cadences = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const satisfies readonly Cadence[];

export const plannedCharts = [
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
] as const satisfies readonly PlannedChart[];

export const directions = ['up', 'down', 'neutral'] as const satisfies readonly Direction[];

export const alertTiers = [
  'safety',
  'board',
  'exploratory',
] as const satisfies readonly AlertTier[];

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
