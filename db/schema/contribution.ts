import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { consentColumns } from '../consent-columns.ts';
import { within } from '../references.ts';
import { registers } from './answering.ts';
import { panelConsents, panelMembers } from './panel-member.ts';
import { panelPrompts, panelRounds, roundSources } from './panel-round.ts';

/** received: waits for redaction; redacted: waits for moderation. */
export const contributionStates = [
  'received',
  'redacted',
  'accepted',
  'rejected',
  'withdrawn',
] as const;
export type ContributionState = (typeof contributionStates)[number];

export const intakeModes = ['self', 'phone', 'paper', 'workshop'] as const;
export type IntakeMode = (typeof intakeModes)[number];

/** Transient: what somebody is writing. */
export const contributionDrafts = pgTable(
  'contribution_drafts',
  {
    organisationId: organisationId(),
    memberId: uuid('member_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    text: text('text').notNull(),
    value: real('value'),
    savedOn: date('saved_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.memberId, table.promptId] }),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
    within(table.organisationId, table.promptId, panelPrompts).onDelete('cascade'),
  ],
);

/**
 * What a person said. It cannot exist without that person's consent to be read: the key below leads
 * to a granted consent of this member. Words of a survey have no member and no consent of one: who wrote
 * them agreed to the study, and nothing leads to them. `text` is what others read, after redaction; the original
 * words are in a table of their own. A withdrawn one keeps its row and none of its words.
 */
export const contributions = pgTable(
  'contributions',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    roundId: uuid('round_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    /** As of its round. */
    source: text('source', { enum: roundSources }).notNull().default('panel'),
    /** Null: of a survey, which does not know who wrote. */
    memberId: uuid('member_id'),
    ...consentColumns(),
    /** Of a survey: whether the words may be quoted, as was chosen beside them. */
    mayQuote: boolean('may_quote'),
    language: text('language').notNull(),
    register: text('register', { enum: registers }).notNull(),
    mode: text('mode', { enum: intakeModes }).notNull().default('self'),
    /** Who wrote it down, where the person did not. */
    scribe: text('scribe'),
    readBackOn: date('read_back_on'),
    state: text('state', { enum: contributionStates }).notNull().default('received'),
    text: text('text'),
    /** The number a margin prompt asks for, in its unit. */
    value: real('value'),
    /** Two who act at once: the second finds another revision. */
    revision: integer('revision').notNull().default(1),
    sentOn: date('sent_on').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    /** Sending twice is sending once. */
    unique('contributions_prompt').on(table.organisationId, table.memberId, table.promptId),
    index('contributions_panel').on(table.organisationId, table.panelId, table.state), // queues of a panel
    /** What a quote of a survey's words refers to. */
    unique('contributions_may_quote').on(table.organisationId, table.id, table.mayQuote),
    check(
      'contributions_of_survey',
      sql`(${table.source} = 'survey') = (${table.memberId} is null)
        and (${table.memberId} is null) = (${table.consentId} is null)
        and (${table.memberId} is null) = (${table.mayQuote} is not null)`,
    ),
    check(
      'contributions_consent',
      sql`${table.consentPurpose} = 'read' and ${table.consentGranted}`,
    ),
    check(
      'contributions_scribe',
      sql`(${table.mode} = 'self') = (${table.scribe} is null) and (${table.scribe} is null) = (${table.readBackOn} is null)`,
    ),
    check(
      'contributions_text',
      sql`(${table.state} in ('received', 'withdrawn')) = (${table.text} is null)`,
    ),
    within(table.organisationId, table.memberId, panelMembers),
    foreignKey({
      name: 'contributions_round',
      columns: [table.organisationId, table.roundId, table.source],
      foreignColumns: [panelRounds.organisationId, panelRounds.id, panelRounds.source],
    }),
    within(table.organisationId, table.promptId, panelPrompts),
    foreignKey({
      name: 'contributions_consented',
      columns: [
        table.organisationId,
        table.consentId,
        table.memberId,
        table.consentPurpose,
        table.consentGranted,
      ],
      foreignColumns: [
        panelConsents.organisationId,
        panelConsents.id,
        panelConsents.memberId,
        panelConsents.purpose,
        panelConsents.granted,
      ],
    }),
  ],
);

export type RedactionSpan = {
  start: number;
  end: number;
  kind: string;
  /** The machine proposes, a person decides. */
  proposedBy: 'machine' | 'person';
};

/** The words as they were written. Under a role of its own, and every reading is audited. */
export const contributionOriginals = pgTable(
  'contribution_originals',
  {
    organisationId: organisationId(),
    contributionId: uuid('contribution_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    text: text('text').notNull(),
    /** Names that the author asked to be left out. */
    names: text('names').array().notNull(),
    spans: jsonb('spans').$type<RedactionSpan[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.contributionId] }),
    within(table.organisationId, table.contributionId, contributions).onDelete('cascade'),
  ],
);

export const contributionEventKinds = [
  'sent',
  'redacted',
  'redacted-again',
  'accepted',
  'rejected',
  'appealed',
  'appeal-upheld',
  'appeal-refused',
  'withdrawn',
] as const;
export type ContributionEventKind = (typeof contributionEventKinds)[number];

export const moderationReasons = [
  'names-a-person',
  'insults',
  'advertises',
  'off-topic',
  'not-a-contribution',
  'unlawful',
] as const;
export type ModerationReason = (typeof moderationReasons)[number];

/** What became of it, added to and never changed; its author reads the same list. */
export const contributionEvents = pgTable(
  'contribution_events',
  {
    organisationId: organisationId(),
    contributionId: uuid('contribution_id').notNull(),
    number: integer('number').notNull(),
    panelId: uuid('panel_id').notNull(),
    memberId: uuid('member_id'),
    kind: text('kind', { enum: contributionEventKinds }).notNull(),
    reason: text('reason', { enum: moderationReasons }),
    note: text('note').notNull().default(''),
    /** A user; null: the author, or the survey's batch. */
    by: text('by'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.contributionId, table.number] }),
    within(table.organisationId, table.contributionId, contributions).onDelete('cascade'),
  ],
);
