import { sql } from 'drizzle-orm';
import {
  check,
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
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems, lifecycleStages } from './ai-system.ts';
import { modelVersions } from './model-version.ts';
import type { SilentState } from './exit-plan.ts';
import { sites } from './organisation.ts';

/** A system in use at a place: it is what is monitored and decided about. */
export const deployments = pgTable(
  'deployments',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    siteId: uuid('site_id').notNull(),
    unit: text('unit').notNull(),
    /** By which interfaces name it. */
    slug: text('slug').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('deployments_slug').on(table.organisationId, table.slug),
    unique('deployments_place').on(table.organisationId, table.systemId, table.siteId, table.unit),
    unique('deployments_of_system').on(table.organisationId, table.systemId, table.id),
    within(table.organisationId, table.systemId, aiSystems),
    within(table.organisationId, table.siteId, sites),
  ],
);

/** Whole milliseconds, so that an instant read by the application is the one that is stored. */
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * Which version ran when, as it was believed when. A period starts with `validFrom` and ends before
 * `validTo`; it was believed from `recordedAt` until before `supersededAt`. Nothing is overwritten: a
 * correction supersedes a row and adds another. Periods of one deployment that are believed at the
 * same time do not overlap (`access/register-triggers.ts`).
 */
export const deploymentPeriods = pgTable(
  'deployment_periods',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    systemId: uuid('system_id').notNull(),
    versionId: uuid('version_id').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    recordedAt: instant('recorded_at').notNull(),
    supersededAt: instant('superseded_at'),
    /** Why it was recorded: the change, or what was wrong before. */
    reason: text('reason').notNull(),
    recordedBy: text('recorded_by').notNull(),
    supersededBy: text('superseded_by'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({
      columns: [table.organisationId, table.systemId, table.deploymentId],
      foreignColumns: [deployments.organisationId, deployments.systemId, deployments.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.systemId, table.versionId],
      foreignColumns: [modelVersions.organisationId, modelVersions.systemId, modelVersions.id],
    }),
    check(
      'deployment_periods_order',
      sql`${table.validTo} is null or ${table.validTo} > ${table.validFrom}`,
    ),
    // What ran on a day.
    index('deployment_periods_of').on(table.organisationId, table.deploymentId, table.validFrom),
  ],
);

/**
 * `first` where something enters the register, `emergency` before anybody has decided, `conditions` where the
 * stage stays and more is asked for it.
 */
export const stageEventKinds = [
  'first',
  'decision',
  'emergency',
  'ratification',
  'conditions',
] as const;
export type StageEventKind = (typeof stageEventKinds)[number];

/** What became of what was asked for. The first two change the stage, the others leave it as it is. */
export const decisionOutcomes = [
  'approved',
  'approved-with-contingencies',
  'to-be-reviewed',
  'declined',
] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** How far a system, or one deployment of it, has come, and who decided so. Added to alone; the newest counts. */
export const stageEvents = pgTable(
  'stage_events',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    /** Null: the system as a whole. */
    deploymentId: uuid('deployment_id'),
    number: integer('number').notNull(),
    kind: text('kind', { enum: stageEventKinds }).notNull(),
    /** The stage from then on. */
    stage: text('stage', { enum: lifecycleStages }).notNull(),
    outcome: text('outcome', { enum: decisionOutcomes }).notNull().default('approved'),
    /** Where it was not approved: what was asked for, and by when that is looked at again. */
    askedStage: text('asked_stage', { enum: lifecycleStages }),
    reviewOn: date('review_on'),
    reason: text('reason').notNull(),
    /** Why it goes on although a condition for that is not met. */
    despite: text('despite'),
    /** Of a decision during the silent mode: what was found of its exit criteria then. */
    silentState: jsonb('silent_state').$type<SilentState>(),
    /** Who is answerable: a name or a body. */
    decidedBy: text('decided_by').notNull(),
    decidedOn: date('decided_on').notNull(),
    /** Of an emergency: until when somebody must have decided. */
    ratifyBy: date('ratify_by'),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('stage_events_number')
      .on(table.organisationId, table.systemId, table.deploymentId, table.number)
      .nullsNotDistinct(),
    check(
      'stage_events_outcome',
      sql`(${table.outcome} in ('to-be-reviewed', 'declined')) = (${table.askedStage} is not null)
        and (${table.askedStage} is null) = (${table.reviewOn} is null)`,
    ),
    within(table.organisationId, table.systemId, aiSystems),
    foreignKey({
      columns: [table.organisationId, table.systemId, table.deploymentId],
      foreignColumns: [deployments.organisationId, deployments.systemId, deployments.id],
    }),
  ],
);
