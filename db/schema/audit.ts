import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, organisationId } from '../columns.ts';

/** Append-only, one chain an organisation: `hash` covers the row and the hash before it. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    organisationId: organisationId(),
    number: bigint('number', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.number] }),
    index('audit_entries_action').on(table.organisationId, table.action, table.number), // filter of the audit page
  ],
);

/** What was deleted under a retention schedule, without what it said. */
export const deletionRecords = pgTable(
  'deletion_records',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: uuid('study_id').notNull(),
    kind: text('kind', {
      enum: ['abandoned-drafts', 'responses', 'invitations', 'words'],
    }).notNull(),
    rows: integer('rows').notNull(),
    rule: text('rule').notNull(),
    deletedOn: date('deleted_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);
