import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';
import { apiTokens } from './monitoring-token.ts';

export const batchSources = [
  'api',
  'csv',
  'evidently',
  'mlflow',
  'openmetrics',
  'synthetic',
] as const;
export type BatchSource = (typeof batchSources)[number];

export const batchStates = ['stored', 'quarantined', 'discarded'] as const;
export type BatchState = (typeof batchStates)[number];
/** As it is told: that a stored batch was taken back stands in a row of its own. */
export const toldBatchStates = [...batchStates, 'withdrawn'] as const;
export type ToldBatchState = (typeof toldBatchStates)[number];

/** Which program counted, and its release. */
export type BatchTool = { name: string; version?: string };

/** What was noticed and stored nevertheless: a code, and the record it is about. */
export type BatchWarning = {
  code: string;
  record?: number;
  detail?: Record<string, string | number>;
};

/** What was sent in at once: all of it is stored, or none. */
export const monitoringBatches = pgTable(
  'monitoring_batches',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    source: text('source', { enum: batchSources }).notNull(),
    tool: jsonb('tool').$type<BatchTool>(),
    /** As it was sent; it may not be registered. */
    modelVersion: text('model_version').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** Of what was sent, byte by byte: the same key with other content is refused. */
    contentHash: text('content_hash').notNull(),
    state: text('state', { enum: batchStates }).notNull(),
    /** One of the two: a machine's token or a person. */
    tokenId: uuid('token_id'),
    userId: text('user_id'),
    /** Records that were new, equal to what was there, and new in place of others. */
    accepted: integer('accepted').notNull(),
    unchanged: integer('unchanged').notNull(),
    superseded: integer('superseded').notNull(),
    warnings: jsonb('warnings').$type<BatchWarning[]>().notNull(),
    /** Why it restates, in the sender's words. */
    comment: text('comment').notNull().default(''),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    // Of two requests with one key the second finds the first.
    unique('monitoring_batches_key').on(
      table.organisationId,
      table.deploymentId,
      table.idempotencyKey,
    ),
    index('monitoring_batches_newest').on(
      table.organisationId,
      table.deploymentId,
      table.receivedAt,
    ),
    within(table.organisationId, table.deploymentId, deployments),
    within(table.organisationId, table.tokenId, apiTokens),
  ],
);

export const quarantineReasons = ['unregistered-version', 'version-not-in-use'] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** A batch that waits for the register, with its records as they were sent. */
export const quarantinedBatches = pgTable(
  'quarantined_batches',
  {
    organisationId: organisationId(),
    batchId: uuid('batch_id').notNull(),
    reason: text('reason', { enum: quarantineReasons }).notNull(),
    /** Emptied when it is released. */
    records: jsonb('records').$type<unknown[]>().notNull(),
    outcome: text('outcome', { enum: ['released', 'discarded'] }),
    outcomeReason: text('outcome_reason'),
    decidedBy: text('decided_by'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.batchId] }),
    within(table.organisationId, table.batchId, monitoringBatches),
  ],
);

export const uploadFormats = ['csv', 'evidently', 'mlflow', 'openmetrics'] as const;
export type UploadFormat = (typeof uploadFormats)[number];

/** A file that somebody has chosen and looks at before it is stored; gone after a day. */
export const monitoringUploads = pgTable(
  'monitoring_uploads',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    userId: text('user_id').notNull(),
    format: text('format', { enum: uploadFormats }).notNull(),
    fileName: text('file_name').notNull(),
    content: text('content').notNull(),
    /** What the file does not say: version, period, number of cases. */
    settings: jsonb('settings').$type<Record<string, string>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.deploymentId, deployments),
  ],
);
