import { date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { fairnessAudits } from './fairness-audit.ts';

/** That an action of a fairness audit is done, by whom and when: once, by whoever recorded it first. */
export const fairnessActionOutcomes = pgTable(
  'fairness_action_outcomes',
  {
    organisationId: organisationId(),
    auditId: uuid('audit_id').notNull(),
    /** Place of the action among those of the audit, from 0. */
    position: integer('position').notNull(),
    doneOn: date('done_on').notNull(),
    /** A name or a body. */
    doneBy: text('done_by').notNull(),
    evidence: text('evidence').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.auditId, table.position] }),
    within(table.organisationId, table.auditId, fairnessAudits),
  ],
);
