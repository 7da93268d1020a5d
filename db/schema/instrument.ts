import {
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Instrument } from '#surveys/model/instrument.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { organisations } from './organisation.ts';

export const instrumentVersionStates = ['draft', 'published'] as const;
export const equivalences = ['same', 'changed-wording', 'not-comparable'] as const;

export const instruments = pgTable(
  'instruments',
  {
    organisationId: organisationId(),
    id: id(),
    slug: text('slug').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('instruments_slug').on(table.organisationId, table.slug),
    foreignKey({ columns: [table.organisationId], foreignColumns: [organisations.id] }),
  ],
);

/** A published version never changes: a trigger refuses it, the content hash proves it. */
export const instrumentVersions = pgTable(
  'instrument_versions',
  {
    organisationId: organisationId(),
    id: id(),
    instrumentId: uuid('instrument_id').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: instrumentVersionStates }).notNull().default('draft'),
    document: jsonb('document').$type<Instrument>().notNull(),
    contentHash: text('content_hash').notNull(),
    equivalence: text('equivalence', { enum: equivalences }),
    equivalenceNote: text('equivalence_note'),
    publishedBy: text('published_by'),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('instrument_versions_number').on(table.organisationId, table.instrumentId, table.number),
    foreignKey({
      columns: [table.organisationId, table.instrumentId],
      foreignColumns: [instruments.organisationId, instruments.id],
    }),
  ],
);
