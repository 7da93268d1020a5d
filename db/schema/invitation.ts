import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { sites } from './organisation.ts';
import { panelMembers } from './panel-member.ts';
import { studies, waves } from './study.ts';

/** An open link: anybody who holds it may answer. Its code is printed on posters, so it is no secret. */
export const studyLinks = pgTable(
  'study_links',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: uuid('study_id').notNull(),
    code: text('code').notNull().unique(),
    siteId: uuid('site_id'),
    language: text('language'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.organisationId, table.siteId],
      foreignColumns: [sites.organisationId, sites.id],
    }),
  ],
);

/**
 * Who was asked. Nothing here leads to an answer: no ballot, no time finer than a day; completion
 * arrives in shuffled batches.
 */
export const invitations = pgTable(
  'invitations',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: uuid('study_id').notNull(),
    waveId: uuid('wave_id').notNull(),
    siteId: uuid('site_id').notNull(),
    email: text('email').notNull(),
    /** A member of a panel who answers from the panel's own page: no address is needed, nor kept. */
    panelMemberId: uuid('panel_member_id'),
    language: text('language').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    consumed: boolean('consumed').notNull().default(false),
    /** Hash of a random value only the opening browser held: its retry is the same start. */
    startHash: text('start_hash'),
    completed: boolean('completed').notNull().default(false),
    reissued: integer('reissued').notNull().default(0),
    /** Reminders stop after a few, and never come twice on a day. */
    reminded: integer('reminded').notNull().default(0),
    remindedOn: date('reminded_on'),
    invitedOn: date('invited_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    uniqueIndex('invitations_email')
      .on(table.organisationId, table.waveId, table.email)
      .where(sql`${table.panelMemberId} is null`),
    unique('invitations_panel_member').on(table.organisationId, table.waveId, table.panelMemberId),
    within(table.organisationId, table.panelMemberId, panelMembers),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.organisationId, table.waveId],
      foreignColumns: [waves.organisationId, waves.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.organisationId, table.siteId],
      foreignColumns: [sites.organisationId, sites.id],
    }),
  ],
);

export const mailStates = ['waiting', 'sent', 'failed'] as const;

/** Mail to be sent. Without SMTP the administrator reads it here; a sent body is emptied. */
export const outbox = pgTable(
  'outbox',
  {
    organisationId: organisationId(),
    id: id(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    language: text('language').notNull(),
    state: text('state', { enum: mailStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Whose link it carries: a new link replaces the mail that waits with the old one. */
    invitationId: uuid('invitation_id'),
    /** A sender that took it and fell silent loses it to the next one. */
    takenAt: timestamp('taken_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index('outbox_state').on(table.organisationId, table.state), // the sender's next mails
    index('outbox_invitation').on(table.organisationId, table.invitationId), // its mails in the list
    foreignKey({
      columns: [table.organisationId, table.invitationId],
      foreignColumns: [invitations.organisationId, invitations.id],
    }).onDelete('cascade'),
  ],
);
