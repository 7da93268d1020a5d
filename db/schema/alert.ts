import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';
import { monitoringBatches } from './monitoring-batch.ts';
import { alertTiers, planMetrics } from './monitoring-plan.ts';

/** What an alert says: a rule of a chart, a gap, drift, nothing sent, or a version that nobody knows. */
export const alertKinds = [
  'signal',
  'subgroup-gap',
  'drift',
  'nothing-sent',
  'unregistered-version',
  'version-not-in-use',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Each is reached from the one before; closing needs a cause and an action. */
export const alertStates = ['open', 'triaged', 'cause-found', 'acted', 'closed'] as const;
export type AlertState = (typeof alertStates)[number];

/**
 * An alert is about one rule, metric, group and period: computing again finds the same one. An alert of
 * no period (an unregistered version) is one as long as it is not closed.
 */
export const alerts = pgTable(
  'alerts',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    kind: text('kind', { enum: alertKinds }).notNull(),
    tier: text('tier', { enum: alertTiers }).notNull(),
    /** Name and version of the rule; of a version's alert empty. */
    rule: text('rule').notNull().default(''),
    metric: text('metric').notNull().default(''),
    /** As of the record; of a version's alert the version. */
    part: text('part').notNull().default(''),
    cohort: text('cohort').notNull().default(''),
    dimension: text('dimension').notNull().default(''),
    level: text('level').notNull().default(''),
    periodFrom: date('period_from'),
    periodTo: date('period_to'),
    /** What the plan said when it opened. */
    planMetricId: uuid('plan_metric_id'),
    batchId: uuid('batch_id'),
    /** Numbers on which it was opened. */
    evidence: jsonb('evidence').$type<Record<string, unknown>>().notNull(),
    state: text('state', { enum: alertStates }).notNull().default('open'),
    ownerUserId: text('owner_user_id'),
    /** Last day of the present step. */
    dueOn: date('due_on').notNull(),
    revision: integer('revision').notNull().default(1),
    openedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    uniqueIndex('alerts_of_period')
      .on(
        table.organisationId,
        table.deploymentId,
        table.kind,
        table.rule,
        table.metric,
        table.part,
        table.cohort,
        table.dimension,
        table.level,
        table.periodFrom,
      )
      .where(sql`period_from is not null`),
    uniqueIndex('alerts_of_version')
      .on(table.organisationId, table.deploymentId, table.kind, table.part)
      .where(sql`period_from is null and state <> 'closed'`),
    index('alerts_waiting')
      .on(table.organisationId, table.dueOn)
      .where(sql`state <> 'closed'`),
    check('alerts_period', sql`(${table.periodFrom} is null) = (${table.periodTo} is null)`),
    within(table.organisationId, table.deploymentId, deployments),
    within(table.organisationId, table.planMetricId, planMetrics),
    within(table.organisationId, table.batchId, monitoringBatches),
  ],
);

export const alertEventKinds = [
  'opened',
  'seen-again',
  'triaged',
  'cause-found',
  'acted',
  'closed',
  'reopened',
  'deadline-moved',
  'owner-changed',
  'noted',
] as const;
export type AlertEventKind = (typeof alertEventKinds)[number];

/** What became of an alert. Added to alone. */
export const alertEvents = pgTable(
  'alert_events',
  {
    organisationId: organisationId(),
    id: id(),
    alertId: uuid('alert_id').notNull(),
    number: integer('number').notNull(),
    kind: text('kind', { enum: alertEventKinds }).notNull(),
    /** In words: why, what was found, what was done. */
    reason: text('reason').notNull().default(''),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
    /** Until when the next step is due. */
    dueOn: date('due_on'),
    /** A user, or `system`. */
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('alert_events_number').on(table.organisationId, table.alertId, table.number),
    within(table.organisationId, table.alertId, alerts),
  ],
);
