import { date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';

/**
 * What was found of a deployment when it was last computed, one row for each. It holds no more than
 * what it was computed from, and may be thrown away: the next computation writes it again.
 */
export const deploymentEvaluations = pgTable(
  'deployment_evaluations',
  {
    organisationId: organisationId(),
    deploymentId: uuid('deployment_id').notNull(),
    /** The day on which outcomes were complete or not. */
    asOf: date('as_of').notNull(),
    /** What there was to compute from; another one by now: newer numbers or decisions came. */
    inputs: text('inputs').notNull(),
    /** One for each planned metric, in no language; read by the service of monitoring. */
    metrics: jsonb('metrics').$type<Record<string, unknown>[]>().notNull(),
    /** Whether review here may be a rubber stamp, as the page about people concludes. */
    stamp: text('stamp', { enum: ['sign', 'no-sign', 'cannot-tell'] }),
    computedAt: timestamp('computed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.deploymentId] }),
    within(table.organisationId, table.deploymentId, deployments),
  ],
);
