import {
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { EvidenceSource, Finding } from '#surveys/evidence/evidence.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { instruments } from './instrument.ts';

/** What is known of an instrument in one language and population. Added and removed, never changed. */
export const evidence = pgTable(
  'evidence',
  {
    organisationId: organisationId(),
    id: id(),
    instrumentId: uuid('instrument_id').notNull(),
    language: text('language').notNull(),
    population: text('population').notNull(),
    finding: jsonb('finding').$type<Finding>().notNull(),
    origin: jsonb('origin').$type<EvidenceSource>().notNull(),
    n: integer('n').notNull(),
    on: date('on').notNull(),
    /** Of the items it was gathered on: it expires when they change. */
    itemsHash: text('items_hash').notNull(),
    /** Of all the above: entering the same twice is entering it once. */
    contentHash: text('content_hash').notNull(),
    enteredBy: text('entered_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('evidence_content').on(table.organisationId, table.instrumentId, table.contentHash),
    foreignKey({
      columns: [table.organisationId, table.instrumentId],
      foreignColumns: [instruments.organisationId, instruments.id],
    }).onDelete('cascade'),
  ],
);
