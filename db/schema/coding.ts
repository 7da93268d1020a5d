import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { panelRounds } from './panel-round.ts';

/**
 * The reading of what was said in one round: its codebook, its assignments, its themes. What is read are
 * the accepted contributions to the round's free-text prompts, as long as they stand.
 */
export const codings = pgTable(
  'codings',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    roundId: uuid('round_id').notNull(),
    /** Of the codebook: the number of its last event. */
    version: integer('version').notNull().default(0),
    startedBy: text('started_by').notNull(),
    /** When the people whose words these are were asked whether the themes are right, and until when. */
    checkOpenedOn: date('check_opened_on'),
    checkClosesOn: date('check_closes_on'),
    checkClosedOn: date('check_closed_on'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('codings_round').on(table.organisationId, table.roundId),
    within(table.organisationId, table.roundId, panelRounds).onDelete('cascade'),
  ],
);

/** A finding in plain words, in the panel's languages: codes that belong together. */
export const themes = pgTable(
  'themes',
  {
    organisationId: organisationId(),
    id: id(),
    codingId: uuid('coding_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    position: integer('position').notNull(),
    title: jsonb('title').$type<LocalText>().notNull(),
    summary: jsonb('summary').$type<LocalText>().notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('themes_position').on(table.organisationId, table.codingId, table.position),
    within(table.organisationId, table.codingId, codings).onDelete('cascade'),
  ],
);

/** The codebook as it is now; how it became so is in the events. */
export const codes = pgTable(
  'codes',
  {
    organisationId: organisationId(),
    id: id(),
    codingId: uuid('coding_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    themeId: uuid('theme_id'),
    /** Speaks against its theme: its words are shown as dissent. */
    against: boolean('against').notNull().default(false),
    /** Its assignments count as those of another one; taken away, they are its own again. */
    mergedInto: uuid('merged_into'),
    retired: boolean('retired').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index('codes_coding').on(table.organisationId, table.codingId, table.position), // the codebook
    within(table.organisationId, table.codingId, codings).onDelete('cascade'),
    within(table.organisationId, table.themeId, themes),
  ],
);

export const codebookEventKinds = [
  'create',
  'rename',
  'merge',
  'unmerge',
  'split',
  'retire',
  'restore',
  'group',
] as const;
export type CodebookEventKind = (typeof codebookEventKinds)[number];

/** What an event sets; what is not named stays as it was. */
export type CodebookChange = {
  name?: string;
  description?: string;
  mergedInto?: string | null;
  retired?: boolean;
  /** Title of the theme in the workspace's words; null: of none. */
  theme?: string | null;
  against?: boolean;
  /** Of a split: the code it came out of. */
  splitFrom?: string;
};

/** Every change of a codebook with its reason: added to and never changed. */
export const codebookEvents = pgTable(
  'codebook_events',
  {
    organisationId: organisationId(),
    codingId: uuid('coding_id').notNull(),
    number: integer('number').notNull(),
    panelId: uuid('panel_id').notNull(),
    kind: text('kind', { enum: codebookEventKinds }).notNull(),
    codeId: uuid('code_id').notNull(),
    change: jsonb('change').$type<CodebookChange>().notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.codingId, table.number] }),
    within(table.organisationId, table.codingId, codings).onDelete('cascade'),
    within(table.organisationId, table.codeId, codes),
  ],
);
