import { date, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems } from './ai-system.ts';

export const cardFormats = ['chai-0.2', 'mlmodel', 'hugging-face', 'monai'] as const;
export type CardFormat = (typeof cardFormats)[number];

/** A field of a card that has no place in the register: kept word for word. */
export type UnmappedField = { path: string; text: string };

/** A card that was read, with what became of each of its fields. The card itself is kept. */
export const cardImports = pgTable(
  'card_imports',
  {
    organisationId: organisationId(),
    id: id(),
    /** Null until somebody has looked at the report and taken it over. */
    systemId: uuid('system_id'),
    format: text('format', { enum: cardFormats }).notNull(),
    fileName: text('file_name').notNull(),
    contentHash: text('content_hash').notNull(),
    content: text('content').notNull(),
    unmapped: jsonb('unmapped').$type<UnmappedField[]>().notNull(),
    readBy: text('read_by').notNull(),
    appliedOn: date('applied_on'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);
