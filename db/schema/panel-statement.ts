import { sql } from 'drizzle-orm';
import {
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import { id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { contributions } from './contribution.ts';
import { panelMembers } from './panel-member.ts';
import { panelRounds } from './panel-round.ts';

/** Once its round is open its words stay: another wording is another statement. */
export const panelStatements = pgTable(
  'panel_statements',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    roundId: uuid('round_id').notNull(),
    position: integer('position').notNull(),
    text: jsonb('text').$type<LocalText>().notNull(),
    easyRead: jsonb('easy_read').$type<LocalText>().notNull().default({}),
    /** Null: written by the facilitators, and said so. */
    contributionId: uuid('contribution_id'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_statements_position').on(table.organisationId, table.roundId, table.position),
    within(table.organisationId, table.roundId, panelRounds).onDelete('cascade'),
    within(table.organisationId, table.contributionId, contributions),
  ],
);

export const voteChoices = ['agree', 'disagree', 'pass'] as const;
export type VoteChoice = (typeof voteChoices)[number];
export const passReasons = ['unsure', 'unclear', 'not-for-me'] as const;
export type PassReason = (typeof passReasons)[number];

export const panelVotes = pgTable(
  'panel_votes',
  {
    organisationId: organisationId(),
    statementId: uuid('statement_id').notNull(),
    memberId: uuid('member_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    choice: text('choice', { enum: voteChoices }).notNull(),
    passReason: text('pass_reason', { enum: passReasons }),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.statementId, table.memberId] }),
    check('panel_votes_pass', sql`(${table.choice} = 'pass') = (${table.passReason} is not null)`),
    within(table.organisationId, table.statementId, panelStatements).onDelete('cascade'),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);
