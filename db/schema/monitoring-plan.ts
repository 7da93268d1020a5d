import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';
import { panelReports } from './panel-report.ts';

export const planStates = ['draft', 'adopted'] as const;
export type PlanState = (typeof planStates)[number];

/**
 * What is watched of a deployment, decided before the data. Adopted, it is frozen, and a change is the
 * next number; of the adopted ones the newest counts.
 */
export const monitoringPlans = pgTable(
  'monitoring_plans',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: planStates }).notNull().default('draft'),
    /** What is watched and why, in words; of a later number what is different. */
    purpose: text('purpose').notNull().default(''),
    /** False alarms that are accepted in a year, of all its metrics together. */
    falseAlarmsAYear: doublePrecision('false_alarms_a_year'),
    reviewOn: date('review_on'),
    revision: integer('revision').notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    adoptedBy: text('adopted_by'),
    adoptedAt: timestamp('adopted_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('monitoring_plans_number').on(table.organisationId, table.deploymentId, table.number),
    // One draft at a time.
    uniqueIndex('monitoring_plans_draft')
      .on(table.organisationId, table.deploymentId)
      .where(sql`state = 'draft'`),
    check(
      'monitoring_plans_adopted',
      sql`(${table.state} = 'adopted') = (${table.adoptedAt} is not null)`,
    ),
    within(table.organisationId, table.deploymentId, deployments),
  ],
);

export const cadences = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Cadence = (typeof cadences)[number];

export const plannedCharts = [
  'automatic',
  'xmr',
  'p',
  'p-prime',
  'u',
  'u-prime',
  'c',
  'g',
  't',
  'ewma',
  'cusum',
  'risk-adjusted-cusum',
  'none',
] as const;
export type PlannedChart = (typeof plannedCharts)[number];

export const directions = ['up', 'down', 'neutral'] as const;
/** Which way is better. */
export type Direction = (typeof directions)[number];

/** Act at once; the board's charts; subgroups that are looked at and never page anybody. */
export const alertTiers = ['safety', 'board', 'exploratory'] as const;
export type AlertTier = (typeof alertTiers)[number];

/** When a metric alerts, by name, with what the rule needs; read by the service of plans. */
export type AlertRule = { rule: string } & Record<string, string | number | boolean | null>;
/** Of one kind of alert: what is done, and within how many days. */
export type PlannedAction = { alert: string; action: string; withinDays: number };

export const planMetrics = pgTable(
  'plan_metrics',
  {
    organisationId: organisationId(),
    id: id(),
    planId: uuid('plan_id').notNull(),
    /** Code of a metric pack. */
    metric: text('metric').notNull(),
    part: text('part').notNull().default(''),
    cohort: text('cohort').notNull().default(''),
    /** Who is in the cohort, in words. */
    cohortWords: text('cohort_words').notNull().default(''),
    cadence: text('cadence', { enum: cadences }).notNull(),
    /** Who answers for it, in words; who takes up an alert is named with the alert. */
    owner: text('owner').notNull(),
    tier: text('tier', { enum: alertTiers }).notNull(),
    direction: text('direction', { enum: directions }).notNull(),
    target: doublePrecision('target'),
    chart: text('chart', { enum: plannedCharts }).notNull(),
    alertRules: jsonb('alert_rules').$type<AlertRule[]>().notNull(),
    actions: jsonb('actions').$type<PlannedAction[]>().notNull(),
    /** Of the plan's false alarms those of this metric. */
    falseAlarmsAYear: doublePrecision('false_alarms_a_year'),
    position: integer('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('plan_metrics_once').on(
      table.organisationId,
      table.planId,
      table.metric,
      table.part,
      table.cohort,
    ),
    within(table.organisationId, table.planId, monitoringPlans).onDelete('cascade'),
  ],
);

/** Groups that are compared with a named reference, and from which difference on it matters. */
export const planSubgroups = pgTable(
  'plan_subgroups',
  {
    organisationId: organisationId(),
    id: id(),
    planMetricId: uuid('plan_metric_id').notNull(),
    dimension: text('dimension').notNull(),
    /** A level of the dimension; empty: everybody else. Never the best that was observed. */
    reference: text('reference').notNull(),
    margin: doublePrecision('margin').notNull(),
    /** The panel's published result that says how large a difference matters. */
    marginReportId: uuid('margin_report_id'),
    marginReason: text('margin_reason').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('plan_subgroups_once').on(table.organisationId, table.planMetricId, table.dimension),
    check('plan_subgroups_margin', sql`${table.margin} > 0`),
    within(table.organisationId, table.planMetricId, planMetrics).onDelete('cascade'),
    within(table.organisationId, table.marginReportId, panelReports),
  ],
);

/** How many false alarms a year the whole board accepts. Added to alone; the newest counts. */
export const alarmBudgets = pgTable(
  'alarm_budgets',
  {
    organisationId: organisationId(),
    number: integer('number').notNull(),
    falseAlarmsAYear: doublePrecision('false_alarms_a_year').notNull(),
    reason: text('reason').notNull(),
    declaredBy: text('declared_by').notNull(),
    declaredOn: date('declared_on').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.number] }),
    check('alarm_budgets_more_than_none', sql`${table.falseAlarmsAYear} > 0`),
  ],
);
