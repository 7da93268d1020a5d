import { sql } from 'drizzle-orm';
import {
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';

/**
 * From which periods the limits of a chart are computed, and from when on these hold. A person decides
 * it, with a reason; nothing moves limits by itself. Added to alone: the number is the stage's.
 */
export const chartBaselines = pgTable(
  'chart_baselines',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    metric: text('metric').notNull(),
    part: text('part').notNull().default(''),
    cohort: text('cohort').notNull().default(''),
    dimension: text('dimension').notNull().default(''),
    level: text('level').notNull().default(''),
    number: integer('number').notNull(),
    /** First period to which the limits apply. */
    appliesFrom: date('applies_from').notNull(),
    baselineFrom: date('baseline_from').notNull(),
    /** The day after the last of the baseline; null: limits are not frozen. */
    baselineTo: date('baseline_to'),
    reason: text('reason').notNull(),
    approvedBy: text('approved_by').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('chart_baselines_number').on(
      table.organisationId,
      table.deploymentId,
      table.metric,
      table.part,
      table.cohort,
      table.dimension,
      table.level,
      table.number,
    ),
    check(
      'chart_baselines_order',
      sql`${table.baselineTo} is null or ${table.baselineTo} > ${table.baselineFrom}`,
    ),
    within(table.organisationId, table.deploymentId, deployments),
  ],
);

export type FrozenBins = {
  /** Of numbers: inner edges. Of categories: levels. */
  edges?: number[];
  levels?: string[];
  counts: number[];
  missing?: number;
  /** Of the counted ones, those whose value cannot be. */
  outOfRange?: number;
};

/** Counts in bins with which later periods are compared: bins never move. Added to alone. */
export const referenceDistributions = pgTable(
  'reference_distributions',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    metric: text('metric').notNull(),
    part: text('part').notNull().default(''),
    cohort: text('cohort').notNull().default(''),
    number: integer('number').notNull(),
    bins: jsonb('bins').$type<FrozenBins>().notNull(),
    appliesFrom: date('applies_from').notNull(),
    /** First day of the periods that were added up, and the day after the last; null: nobody wrote it down. */
    baselineFrom: date('baseline_from'),
    baselineTo: date('baseline_to'),
    reason: text('reason').notNull(),
    /** Empty: nobody wrote it down. */
    approvedBy: text('approved_by').notNull().default(''),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('reference_distributions_number').on(
      table.organisationId,
      table.deploymentId,
      table.metric,
      table.part,
      table.cohort,
      table.number,
    ),
    within(table.organisationId, table.deploymentId, deployments),
  ],
);
