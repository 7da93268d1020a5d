import { date, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { contributions } from './contribution.ts';

/** Never in place of the original: shown beside it, with who made it and who checked it. */
export const contributionTranslations = pgTable(
  'contribution_translations',
  {
    organisationId: organisationId(),
    id: id(),
    contributionId: uuid('contribution_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    language: text('language').notNull(),
    text: text('text').notNull(),
    origin: text('origin', { enum: ['human', 'machine'] }).notNull(),
    /** The translator's name, or the model's. */
    by: text('by').notNull(),
    /** The user who translated: another one checks it. Null: a model. */
    byUserId: text('by_user_id'),
    checkedBy: text('checked_by'),
    checkedOn: date('checked_on'),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('contribution_translations_language').on(
      table.organisationId,
      table.contributionId,
      table.language,
    ),
    within(table.organisationId, table.contributionId, contributions).onDelete('cascade'),
  ],
);
