import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, organisationId } from '../columns.ts';
import { studies } from './study.ts';

/** Somebody's decision to see means compared that stored tests say should not be; on results pages alone. */
export const comparabilityOverrides = pgTable(
  'comparability_overrides',
  {
    organisationId: organisationId(),
    studyId: uuid('study_id').notNull(),
    dimension: text('dimension').notNull(),
    decidedBy: text('decided_by').notNull(),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.studyId, table.dimension] }),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }).onDelete('cascade'),
  ],
);
