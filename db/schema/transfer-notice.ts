import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems } from './ai-system.ts';

/** Fields of a description that say where data go. */
export const transferFields = [
  'trainingCountries',
  'inferenceCountries',
  'logCountries',
  'supportCountries',
  'transferBasis',
  'subprocessors',
] as const;
export type TransferField = (typeof transferFields)[number];

/** That a description says something else of where data go. Raised with the description itself, never changed. */
export const transferNotices = pgTable(
  'transfer_notices',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    /** Number of the description that says it. */
    descriptionNumber: integer('description_number').notNull(),
    field: text('field', { enum: transferFields }).notNull(),
    /** What was said and what is; empty: nothing. */
    before: jsonb('before').$type<string[]>().notNull(),
    after: jsonb('after').$type<string[]>().notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('transfer_notices_once').on(
      table.organisationId,
      table.systemId,
      table.descriptionNumber,
      table.field,
    ),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);

export const transferVerdicts = ['acceptable', 'undo'] as const;
export type TransferVerdict = (typeof transferVerdicts)[number];

/** That somebody looked at a notice, once. */
export const transferAnswers = pgTable(
  'transfer_answers',
  {
    organisationId: organisationId(),
    noticeId: uuid('notice_id').notNull(),
    verdict: text('verdict', { enum: transferVerdicts }).notNull(),
    reason: text('reason').notNull(),
    answeredBy: text('answered_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.noticeId] }),
    within(table.organisationId, table.noticeId, transferNotices),
  ],
);
