import { date, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { datasets } from './dataset.ts';

export const documentationStates = ['documented', 'partly', 'not', 'not-applicable'] as const;
export type DocumentationState = (typeof documentationStates)[number];

/**
 * What the papers of a data set say of one thing that people who build on it should know (STANDING Together).
 * Added to alone; the newest counts.
 */
export const datasetStatements = pgTable(
  'dataset_statements',
  {
    organisationId: organisationId(),
    id: id(),
    datasetId: uuid('dataset_id').notNull(),
    code: text('code').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: documentationStates }).notNull(),
    /** An address, or where it lies. */
    evidence: text('evidence').notNull().default(''),
    note: text('note').notNull().default(''),
    statedOn: date('stated_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('dataset_statements_number').on(
      table.organisationId,
      table.datasetId,
      table.code,
      table.number,
    ),
    within(table.organisationId, table.datasetId, datasets),
  ],
);
