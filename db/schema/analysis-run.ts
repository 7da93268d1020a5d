import {
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId, uuidSet } from '../columns.ts';
import { studies } from './study.ts';

export const runStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunState = (typeof runStates)[number];

/** One computation: the same specification on the same data by the same code is computed once. */
export const analysisRuns = pgTable(
  'analysis_runs',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: uuid('study_id').notNull(),
    /** The reader's sites, as in the actor's setting: a result never leaves the scope it was made for. */
    siteScope: text('site_scope').notNull(),
    specification: jsonb('specification').notNull(),
    specificationHash: text('specification_hash').notNull(),
    dataHash: text('data_hash').notNull(),
    codeVersion: text('code_version').notNull(),
    state: text('state', { enum: runStates }).notNull().default('queued'),
    progress: real('progress').notNull().default(0),
    result: jsonb('result'),
    failure: text('failure'),
    requestedBy: text('requested_by'),
    startedAt: timestamp('started_at', { withTimezone: true }),
    /** Said again and again by whoever computes: silence means that the process is gone. */
    heartbeatAt: timestamp('heartbeat_at', { withTimezone: true }),
    /** Which responses are in the result: the next one adds enough for every shown group, or none. */
    releasedIds: uuidSet('released_ids'),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('analysis_runs_input').on(
      table.organisationId,
      table.studyId,
      table.siteScope,
      table.specificationHash,
      table.dataHash,
      table.codeVersion,
    ),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }).onDelete('cascade'),
  ],
);
