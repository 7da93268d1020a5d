import { sql } from 'drizzle-orm';
import {
  date,
  foreignKey,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';

export const organisations = pgTable('organisations', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull(),
  slug: text('slug').notNull().unique(),
  language: text('language').notNull().default('en'),
  /** Whom a respondent may write to about a survey. */
  contact: text('contact').notNull(),
  origin: text('origin', { enum: ['real', 'synthetic'] })
    .notNull()
    .default('real'),
  createdAt: createdAt(),
});

export const sites = pgTable(
  'sites',
  {
    organisationId: organisationId(),
    id: id(),
    name: text('name').notNull(),
    country: text('country').notNull(),
    archivedOn: date('archived_on'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    uniqueIndex('sites_name').on(table.organisationId, sql`lower(${table.name})`),
    foreignKey({ columns: [table.organisationId], foreignColumns: [organisations.id] }),
  ],
);
