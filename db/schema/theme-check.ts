import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { runStates } from './analysis-run.ts';
import { codings } from './coding.ts';
import { contributions } from './contribution.ts';
import { panelMembers } from './panel-member.ts';

/**
 * "Few say it, but it matters": by somebody of the workspace or of the panel. Nobody takes one away, and
 * no report is published before each has an answer.
 */
export const themeFlags = pgTable(
  'theme_flags',
  {
    organisationId: organisationId(),
    id: id(),
    codingId: uuid('coding_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    contributionId: uuid('contribution_id').notNull(),
    /** A user, or a person of the panel. */
    by: text('by'),
    memberId: uuid('member_id'),
    reason: text('reason').notNull(),
    raisedOn: date('raised_on').notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredOn: date('answered_on'),
    /** The answer before was taken out on that day: it repeated words that were taken back. */
    heldOn: date('held_on'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index('theme_flags_coding').on(table.organisationId, table.codingId), // the flags of a coding
    check('theme_flags_by', sql`(${table.by} is null) <> (${table.memberId} is null)`),
    within(table.organisationId, table.codingId, codings).onDelete('cascade'),
    within(table.organisationId, table.contributionId, contributions).onDelete('cascade'),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);

export const replyVerdicts = ['yes', 'missing', 'not-meant'] as const;
export type ReplyVerdict = (typeof replyVerdicts)[number];

/** What a person whose words were read says to the themes made of them, and what was answered. */
export const themeReplies = pgTable(
  'theme_replies',
  {
    organisationId: organisationId(),
    codingId: uuid('coding_id').notNull(),
    memberId: uuid('member_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    /** What a report refers to; another reply of the same person has another one. */
    id: uuid('id').notNull().defaultRandom(),
    verdict: text('verdict', { enum: replyVerdicts }).notNull(),
    words: text('words').notNull().default(''),
    language: text('language').notNull(),
    repliedOn: date('replied_on').notNull(),
    /** The words as they are printed, without what tells who somebody is; null: they are not. */
    printed: text('printed'),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredOn: date('answered_on'),
    /** The answer before was taken out on that day: it repeated words that were taken back. */
    heldOn: date('held_on'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.codingId, table.memberId] }),
    within(table.organisationId, table.codingId, codings).onDelete('cascade'),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);

export const mergeDecisions = ['accepted', 'refused'] as const;
export type MergeDecision = (typeof mergeDecisions)[number];

/** A first draft of themes by the machine, in answers of one language. */
export const themeDrafts = pgTable(
  'theme_drafts',
  {
    organisationId: organisationId(),
    id: id(),
    codingId: uuid('coding_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    language: text('language').notNull(),
    /** How many themes people want; null: as many as are found again in parts of the texts. */
    wanted: integer('wanted'),
    state: text('state', { enum: runStates }).notNull().default('queued'),
    progress: real('progress').notNull().default(0),
    result: jsonb('result'),
    /** What people decided on its proposed merges, by their place in the result. */
    merges: jsonb('merges').$type<Record<string, MergeDecision>>().notNull().default({}),
    requestedBy: text('requested_by').notNull(),
    /** Said again and again by whoever computes: silence means that the process is gone. */
    heartbeatAt: timestamp('heartbeat_at', { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index('theme_drafts_coding').on(table.organisationId, table.codingId), // the drafts of a coding
    within(table.organisationId, table.codingId, codings).onDelete('cascade'),
  ],
);
