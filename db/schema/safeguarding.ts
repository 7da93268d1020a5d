import { pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { panelMembers } from './panel-member.ts';

/** Somebody may be in danger or in distress. Goes to the named person alone; nothing is passed on by itself. */
export const safeguardingConcerns = pgTable(
  'safeguarding_concerns',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    /** Null: of a survey; nobody knows who wrote. */
    memberId: uuid('member_id'),
    contributionId: uuid('contribution_id'),
    source: text('source', { enum: ['self', 'phrase', 'facilitator'] }).notNull(),
    /** In the person's words, where they asked to be contacted. */
    note: text('note').notNull().default(''),
    raisedAt: timestamp('raised_at', { withTimezone: true }).notNull().defaultNow(),
    seenAt: timestamp('seen_at', { withTimezone: true }),
    seenBy: text('seen_by'),
    closedAt: timestamp('closed_at', { withTimezone: true }),
    action: text('action').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('safeguarding_concerns_source').on(
      table.organisationId,
      table.contributionId,
      table.source,
    ),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);
