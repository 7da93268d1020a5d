import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { codes, codings } from './coding.ts';
import { contributions } from './contribution.ts';

/** human: chosen by a person; accepted: proposed by the machine and taken; suggested: not yet looked at. */
export const assignmentOrigins = ['human', 'accepted', 'suggested'] as const;
export type AssignmentOrigin = (typeof assignmentOrigins)[number];

/** second: by whoever reads a sample again without seeing the codes of the first. */
export const readings = ['first', 'second'] as const;
export type Reading = (typeof readings)[number];

/** A code at some words of a contribution. One that is taken away keeps its row. */
export const codeAssignments = pgTable(
  'code_assignments',
  {
    organisationId: organisationId(),
    id: id(),
    codingId: uuid('coding_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    contributionId: uuid('contribution_id').notNull(),
    codeId: uuid('code_id').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    origin: text('origin', { enum: assignmentOrigins }).notNull(),
    reading: text('reading', { enum: readings }).notNull().default('first'),
    /** Suggestions stood on the page when it was chosen: how many are taken is counted among these. */
    offered: boolean('offered').notNull().default(false),
    /** Of an accepted proposal the words that the machine proposed: undoing gives it back. */
    proposedStart: integer('proposed_start'),
    proposedEnd: integer('proposed_end'),
    /** A user; null: the machine. */
    by: text('by'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    removedBy: text('removed_by'),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    uniqueIndex('code_assignments_span')
      .on(
        table.organisationId,
        table.contributionId,
        table.codeId,
        table.start,
        table.end,
        table.reading,
      )
      .where(sql`removed_at is null`), // the same code at the same words once
    check('code_assignments_order', sql`${table.start} >= 0 and ${table.end} > ${table.start}`),
    check('code_assignments_by', sql`(${table.origin} = 'suggested') = (${table.by} is null)`),
    check(
      'code_assignments_proposed',
      sql`(${table.proposedStart} is null) = (${table.proposedEnd} is null)
        and (${table.proposedStart} is null or ${table.origin} = 'accepted')`,
    ),
    check(
      'code_assignments_removed',
      sql`(${table.removedAt} is null) = (${table.removedBy} is null)`,
    ),
    within(table.organisationId, table.codingId, codings).onDelete('cascade'),
    within(table.organisationId, table.contributionId, contributions).onDelete('cascade'),
    within(table.organisationId, table.codeId, codes),
  ],
);

/** A contribution that a second person reads blindly, and what was decided where the two differ. */
export const doubleReadings = pgTable(
  'double_readings',
  {
    organisationId: organisationId(),
    codingId: uuid('coding_id').notNull(),
    contributionId: uuid('contribution_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    /** The user who reads it again: never one who has coded it. */
    coder: text('coder').notNull(),
    doneOn: date('done_on'),
    /** Codes as they were when both had read: agreement is about these, whatever is decided later. */
    firstCodes: uuid('first_codes').array(),
    secondCodes: uuid('second_codes').array(),
    decidedCodes: uuid('decided_codes').array(),
    reason: text('reason'),
    decidedBy: text('decided_by'),
    decidedOn: date('decided_on'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.codingId, table.contributionId] }),
    check(
      'double_readings_done',
      sql`(${table.doneOn} is null) = (${table.firstCodes} is null)
        and (${table.doneOn} is null) = (${table.secondCodes} is null)`,
    ),
    within(table.organisationId, table.codingId, codings).onDelete('cascade'),
    within(table.organisationId, table.contributionId, contributions).onDelete('cascade'),
  ],
);
