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

export const criterionBounds = ['at-least', 'at-most'] as const;
export type CriterionBound = (typeof criterionBounds)[number];

/** A metric that must keep a bound, judged from so many cases on. */
export type ExitCriterion = {
  metric: string;
  part: string;
  cohort: string;
  bound: CriterionBound;
  /** Shares and rates lie in [0, 1]; means are in the unit of the metric. */
  limit: number;
  fewest: number;
};

/** What was found of a criterion, as a page shows it: few cases have no number. */
export type FoundCriterion = ExitCriterion & {
  data: string;
  state: 'met' | 'not-met' | 'cannot-tell';
  reason: string;
  value: number | null;
  interval: readonly [number, number] | null;
  n: number | null;
  needed: number | null;
  from: string;
  to: string;
};

/** What a decision keeps of the silent mode it was made in. */
export type SilentState = {
  plan: number;
  writtenOn: string;
  minimumDays: number;
  days: number;
  on: string;
  criteria: FoundCriterion[];
};

/**
 * What must hold before a system leaves the silent mode, written before its records are there. Added to
 * alone: a change is the next number, and says why.
 */
export const exitPlans = pgTable(
  'exit_plans',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    number: integer('number').notNull(),
    /** Days that silent records must cover. */
    minimumDays: integer('minimum_days').notNull(),
    criteria: jsonb('criteria').$type<ExitCriterion[]>().notNull(),
    /** Why these; of a later number what is different. */
    reason: text('reason').notNull(),
    writtenOn: date('written_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('exit_plans_number').on(table.organisationId, table.deploymentId, table.number),
    check('exit_plans_days', sql`${table.minimumDays} > 0`),
    within(table.organisationId, table.deploymentId, deployments),
  ],
);
