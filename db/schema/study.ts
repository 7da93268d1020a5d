import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { instrumentVersions } from './instrument.ts';
import { sites } from './organisation.ts';
import { panels } from './panel.ts';

export const responseModes = [
  'anonymous',
  'anonymous-linked',
  'confidential',
  'attributed',
] as const;
export type ResponseMode = (typeof responseModes)[number];
export const studyStates = ['draft', 'open', 'closed'] as const;
export type StudyState = (typeof studyStates)[number];
export const waveStates = ['planned', 'open', 'closed'] as const;
export type WaveState = (typeof waveStates)[number];
export const dataOrigins = ['real', 'imported', 'synthetic'] as const;

export const studies = pgTable(
  'studies',
  {
    organisationId: organisationId(),
    id: id(),
    title: jsonb('title').$type<LocalText>().notNull(),
    instrumentVersionId: uuid('instrument_version_id').notNull(),
    languages: text('languages').array().notNull(),
    covariates: text('covariates').array().notNull(),
    responseMode: text('response_mode', { enum: responseModes }).notNull(),
    minimumCellSize: integer('minimum_cell_size').notNull().default(10),
    state: text('state', { enum: studyStates }).notNull().default('draft'),
    isPilot: boolean('is_pilot').notNull().default(false),
    /** Keys the hash of a person's linking code, so that codes cannot be matched across studies. */
    linkingSecret: text('linking_secret').notNull(),
    /** The panel in which what people write is read; null: nothing is asked in own words. */
    wordsPanelId: uuid('words_panel_id'),
    draftRetentionDays: integer('draft_retention_days').notNull().default(30),
    retentionMonths: integer('retention_months').notNull().default(60),
    retentionHold: text('retention_hold'),
    /** Custodians are warned twice before a deletion; a changed schedule warns anew. */
    retentionFirstWarningOn: date('retention_first_warning_on'),
    retentionLastWarningOn: date('retention_last_warning_on'),
    openedAt: timestamp('opened_at', { withTimezone: true }),
    closedAt: timestamp('closed_at', { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({
      columns: [table.organisationId, table.instrumentVersionId],
      foreignColumns: [instrumentVersions.organisationId, instrumentVersions.id],
    }),
    within(table.organisationId, table.wordsPanelId, panels),
  ],
);

const studyId = () => uuid('study_id').notNull();

export const studySites = pgTable(
  'study_sites',
  { organisationId: organisationId(), studyId: studyId(), siteId: uuid('site_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.studyId, table.siteId] }),
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

/** A text is never changed once a respondent may have agreed to it: a change is a new version. */
export const consentVersions = pgTable(
  'consent_versions',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: studyId(),
    number: integer('number').notNull(),
    texts: jsonb('texts').$type<LocalText>().notNull(),
    contentHash: text('content_hash').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('consent_versions_number').on(table.organisationId, table.studyId, table.number),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }).onDelete('cascade'),
  ],
);

export const waves = pgTable(
  'waves',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: studyId(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    state: text('state', { enum: waveStates }).notNull().default('planned'),
    /** When it opened and closed. */
    opensOn: date('opens_on'),
    closesOn: date('closes_on'),
    /** Days of UTC: it opens with the first and takes answers to the end of the second. */
    plannedOpening: date('planned_opening'),
    plannedClosing: date('planned_closing'),
    /** Drafts that were purged unfinished: without it "started" would shrink. */
    abandoned: integer('abandoned').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('waves_number').on(table.organisationId, table.studyId, table.number),
    uniqueIndex('waves_name').on(table.organisationId, table.studyId, sql`lower(${table.name})`),
    index('waves_study').on(table.organisationId, table.studyId),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }).onDelete('cascade'),
  ],
);
