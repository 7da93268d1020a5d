import { date, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';

/**
 * That the organisation looked up since when a clause of a law or standard applies, and where. Added to alone; the
 * newest counts, before what came with the release.
 */
export const clauseChecks = pgTable(
  'clause_checks',
  {
    organisationId: organisationId(),
    id: id(),
    code: text('code').notNull(),
    number: integer('number').notNull(),
    /** Null: no date of its own. */
    appliesFrom: date('applies_from'),
    /** A web address, or where it stands. */
    source: text('source').notNull(),
    note: text('note').notNull().default(''),
    checkedOn: date('checked_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('clause_checks_number').on(table.organisationId, table.code, table.number),
  ],
);
