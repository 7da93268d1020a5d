import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';

/**
 * By which a registry of models tells one deployment of new versions. What it signs with is derived from
 * the id and the server's secret: it is shown once and kept nowhere.
 */
export const registryHooks = pgTable(
  'registry_hooks',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    /** As the registry calls the model that runs here. */
    modelName: text('model_name').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    revokedBy: text('revoked_by'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index('registry_hooks_of').on(table.organisationId, table.deploymentId),
    within(table.organisationId, table.deploymentId, deployments),
  ],
);

/** What became of a message: an alert, nothing new, about another model, or of a kind nobody waits for. */
export const hookOutcomes = ['raised', 'known', 'other-model', 'ignored'] as const;
export type HookOutcome = (typeof hookOutcomes)[number];

/** Messages that came, each once, whatever it says. */
export const hookMessages = pgTable(
  'hook_deliveries',
  {
    organisationId: organisationId(),
    hookId: uuid('hook_id').notNull(),
    /** As the registry names it: a repetition bears the same. */
    messageId: text('delivery_id').notNull(),
    /** What happened, as the registry calls it: `model_version.created`. */
    event: text('event').notNull(),
    /** Of the model, where the message says one. */
    version: text('version').notNull().default(''),
    outcome: text('outcome', { enum: hookOutcomes }).notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.hookId, table.messageId] }),
    within(table.organisationId, table.hookId, registryHooks),
  ],
);
