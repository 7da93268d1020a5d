import { date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { sites } from './organisation.ts';

/** What people's words are meant to inform. */
export const informedThings = [
  'study',
  'protocol',
  'consent-text',
  'procurement',
  'model',
  'monitoring-plan',
] as const;
export type InformedThing = (typeof informedThings)[number];

/** Where in the work people are involved. */
export const involvementStages = [
  'priorities',
  'design',
  'funding',
  'conduct',
  'analysis',
  'dissemination',
  'implementation',
  'evaluation',
] as const;
export type InvolvementStage = (typeof involvementStages)[number];

/** How much say is offered, least first (IAP2, without its first step, which asks nobody). */
export const influenceLevels = ['consult', 'involve', 'collaborate', 'user-led'] as const;
export type InfluenceLevel = (typeof influenceLevels)[number];

/** An involvement activity: why people are asked, and how far their say goes. Said before they join. */
export const activities = pgTable(
  'activities',
  {
    organisationId: organisationId(),
    id: id(),
    /** Null: the whole organisation. */
    siteId: uuid('site_id'),
    title: jsonb('title').$type<LocalText>().notNull(),
    aim: jsonb('aim').$type<LocalText>().notNull(),
    informs: text('informs', { enum: informedThings }).notNull(),
    /** The study, model or document in the organisation's own words. */
    informedName: text('informed_name').notNull(),
    stage: text('stage', { enum: involvementStages }).notNull(),
    influence: text('influence', { enum: influenceLevels }).notNull(),
    outputsOwner: jsonb('outputs_owner').$type<LocalText>().notNull(),
    outOfScope: jsonb('out_of_scope').$type<LocalText>().notNull(),
    startsOn: date('starts_on').notNull(),
    endedOn: date('ended_on'),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.siteId, sites),
  ],
);

/** A meeting in a room or on a call; it counts as involvement as much as what is done on a screen. */
export const activitySessions = pgTable(
  'activity_sessions',
  {
    organisationId: organisationId(),
    id: id(),
    activityId: uuid('activity_id').notNull(),
    heldOn: date('held_on').notNull(),
    place: text('place').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    patients: integer('patients').notNull(),
    carers: integer('carers').notNull(),
    publicMembers: integer('public_members').notNull(),
    staff: integer('staff').notNull(),
    accessProvided: text('access_provided').notNull(),
    minutes: text('minutes').notNull(),
    /** In the smallest unit of the currency (ISO 4217). */
    costMinor: integer('cost_minor').notNull().default(0),
    currency: text('currency').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.activityId, activities).onDelete('cascade'),
  ],
);
