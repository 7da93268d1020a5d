import { sql } from 'drizzle-orm';
import {
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { panelMembers } from './panel-member.ts';
import { panels } from './panel.ts';
import { waves } from './study.ts';

export const roundStates = ['draft', 'open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** survey: what people wrote to one item of a questionnaire in one wave; nobody knows who they are. */
export const roundSources = ['panel', 'survey'] as const;
export type RoundSource = (typeof roundSources)[number];

export const panelRounds = pgTable(
  'panel_rounds',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    number: integer('number').notNull(),
    source: text('source', { enum: roundSources }).notNull().default('panel'),
    title: jsonb('title').$type<LocalText>().notNull(),
    /** What was found before and what has changed since. */
    intro: jsonb('intro').$type<LocalText>().notNull(),
    state: text('state', { enum: roundStates }).notNull().default('draft'),
    minutes: integer('minutes').notNull(),
    closesOn: date('closes_on'),
    openedOn: date('opened_on'),
    closedOn: date('closed_on'),
    /** The wave whose scale is answered in this round; its study is confidential. */
    waveId: uuid('wave_id'),
    /** Of a survey: where the words come from. */
    surveyWaveId: uuid('survey_wave_id'),
    surveyItemId: text('survey_item_id'),
    /** What came of it; a round is closed with an outcome. */
    outcome: jsonb('outcome').$type<LocalText>().notNull().default({}),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_rounds_number').on(table.organisationId, table.panelId, table.number),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
    within(table.organisationId, table.waveId, waves),
    /** One round for each item and wave; also what a wave's words are looked up by. */
    unique('panel_rounds_survey').on(table.organisationId, table.surveyWaveId, table.surveyItemId),
    unique('panel_rounds_source').on(table.organisationId, table.id, table.source),
    check(
      'panel_rounds_of_survey',
      sql`(${table.source} = 'survey') = (${table.surveyWaveId} is not null)
        and (${table.surveyWaveId} is null) = (${table.surveyItemId} is null)`,
    ),
    within(table.organisationId, table.surveyWaveId, waves),
  ],
);

/** debriefing: how an item was understood; review: of a public text; margin: how large a gap matters. */
export const promptKinds = ['free-text', 'debriefing', 'review', 'margin'] as const;
export type PromptKind = (typeof promptKinds)[number];

/** What a prompt is about, beside its own text. */
export type PromptAbout =
  | { kind: 'item'; instrumentVersionId: string; itemId: string }
  | { kind: 'text'; name: string; text: LocalText }
  | { kind: 'margin'; metric: string; unit: 'percentage-points'; low: number; high: number };

export const panelPrompts = pgTable(
  'panel_prompts',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    roundId: uuid('round_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind', { enum: promptKinds }).notNull().default('free-text'),
    text: jsonb('text').$type<LocalText>().notNull(),
    easyRead: jsonb('easy_read').$type<LocalText>().notNull().default({}),
    about: jsonb('about').$type<PromptAbout>(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_prompts_position').on(table.organisationId, table.roundId, table.position),
    within(table.organisationId, table.roundId, panelRounds).onDelete('cascade'),
  ],
);

/** How the involvement itself was, item by item, 1 to 5. No key leads to a person. */
export const panelRatings = pgTable(
  'panel_ratings',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    roundId: uuid('round_id').notNull(),
    codes: smallint('codes').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.roundId, panelRounds).onDelete('cascade'),
  ],
);

/** Says that a person has rated a round, and nothing else; written in another transaction. */
export const panelRatingMarks = pgTable(
  'panel_rating_marks',
  {
    organisationId: organisationId(),
    roundId: uuid('round_id').notNull(),
    memberId: uuid('member_id').notNull(),
    panelId: uuid('panel_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.roundId, table.memberId] }),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);
