import {
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';
import { monitoringBatches } from './monitoring-batch.ts';
import { apiTokens } from './monitoring-token.ts';

/** That a whole batch counts no longer: who took it back, and why. Both stay. */
export const batchWithdrawals = pgTable(
  'batch_withdrawals',
  {
    organisationId: organisationId(),
    /** What records without another in their place say they were superseded by. */
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    batchId: uuid('batch_id').notNull(),
    reason: text('reason').notNull(),
    /** One of the two: a machine's token or a person. */
    tokenId: uuid('token_id'),
    userId: text('user_id'),
    /** Records that stood until then, those that stand again instead, and those a later batch had replaced. */
    withdrawn: integer('withdrawn').notNull(),
    restored: integer('restored').notNull(),
    replacedBefore: integer('replaced_before').notNull(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    // Of two people who take one batch back the second finds the first.
    unique('batch_withdrawals_of_batch').on(table.organisationId, table.batchId),
    index('batch_withdrawals_of').on(table.organisationId, table.deploymentId),
    within(table.organisationId, table.deploymentId, deployments),
    within(table.organisationId, table.batchId, monitoringBatches),
    within(table.organisationId, table.tokenId, apiTokens),
  ],
);
