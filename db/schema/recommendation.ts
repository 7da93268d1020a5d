import { date, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems } from './ai-system.ts';

export const recommendationStates = ['met', 'partly', 'not-met', 'not-applicable'] as const;
export type RecommendationState = (typeof recommendationStates)[number];

/** How far a system follows one of FUTURE-AI's recommendations. Added to alone; the newest counts. */
export const recommendationStatements = pgTable(
  'recommendation_statements',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    code: text('code').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: recommendationStates }).notNull(),
    /** An address, or where it lies. */
    evidence: text('evidence').notNull().default(''),
    note: text('note').notNull().default(''),
    statedOn: date('stated_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('recommendation_statements_number').on(
      table.organisationId,
      table.systemId,
      table.code,
      table.number,
    ),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);
