import {
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { activities } from './activity.ts';
import { sites } from './organisation.ts';

export const panelStates = ['draft', 'open', 'closed'] as const;
export type PanelState = (typeof panelStates)[number];

export const panels = pgTable(
  'panels',
  {
    organisationId: organisationId(),
    id: id(),
    activityId: uuid('activity_id').notNull(),
    /** Null: the whole organisation. */
    siteId: uuid('site_id'),
    /** Names the public page of what came of it. */
    slug: text('slug').notNull().unique(),
    title: jsonb('title').$type<LocalText>().notNull(),
    about: jsonb('about').$type<LocalText>().notNull(),
    languages: text('languages').array().notNull(),
    state: text('state', { enum: panelStates }).notNull().default('draft'),
    /** Fewer people than this are never described. */
    minimumGroup: integer('minimum_group').notNull().default(5),
    /** What is published, what not and who decides; nobody contributes before it stands. */
    policy: jsonb('policy').$type<LocalText>().notNull().default({}),
    policyPublishedOn: date('policy_published_on'),
    /** To whom concerns for somebody's safety go: a user of the organisation. */
    safeguardingUserId: text('safeguarding_user_id'),
    safeguardingWithinHours: integer('safeguarding_within_hours').notNull().default(24),
    /** Minutes that may be asked of one person in a quarter. */
    minutesPerQuarter: integer('minutes_per_quarter').notNull().default(240),
    /** Why people are asked about themselves, and until when the answers are kept. */
    demographicsPurpose: jsonb('demographics_purpose').$type<LocalText>().notNull().default({}),
    demographicsExpireOn: date('demographics_expire_on'),
    /** What people who receive benefits should know before they take a payment. */
    benefitsNote: jsonb('benefits_note').$type<LocalText>().notNull().default({}),
    /** The outcomes page can be read by anybody. */
    outcomesPublishedOn: date('outcomes_published_on'),
    revision: integer('revision').notNull().default(1),
    openedOn: date('opened_on'),
    closedOn: date('closed_on'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.activityId, activities),
    within(table.organisationId, table.siteId, sites),
  ],
);

export type StratumBand = { id: string; label: LocalText };

/** What people are asked about themselves. Only what a target uses; "prefer not to say" always is a band. */
export const panelStrata = pgTable(
  'panel_strata',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    position: integer('position').notNull(),
    question: jsonb('question').$type<LocalText>().notNull(),
    bands: jsonb('bands').$type<StratumBand[]>().notNull(),
    /** Where the target comes from and why it is the right one; null: no target was set. */
    source: text('source'),
    reason: text('reason'),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_strata_position').on(table.organisationId, table.panelId, table.position),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
  ],
);

/** The share of people wanted in a band, in [0, 1]. */
export const panelTargets = pgTable(
  'panel_targets',
  {
    organisationId: organisationId(),
    stratumId: uuid('stratum_id').notNull(),
    band: text('band').notNull(),
    share: real('share').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.stratumId, table.band] }),
    within(table.organisationId, table.stratumId, panelStrata).onDelete('cascade'),
  ],
);

export const channelKinds = ['open', 'partner', 'staff'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A way by which people hear of the panel, with a code of its own: what each yields is reported. */
export const panelChannels = pgTable(
  'panel_channels',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    kind: text('kind', { enum: channelKinds }).notNull(),
    closedOn: date('closed_on'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
  ],
);

/** What a person may agree to, each by itself. Without `read` nobody can contribute. */
export const consentPurposes = ['read', 'quote', 'credit', 'recontact'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** A text is never changed: somebody may have agreed to it. A change is a new version. */
export const panelConsentVersions = pgTable(
  'panel_consent_versions',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    number: integer('number').notNull(),
    intro: jsonb('intro').$type<LocalText>().notNull(),
    purposes: jsonb('purposes').$type<Record<ConsentPurpose, LocalText>>().notNull(),
    contentHash: text('content_hash').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_consent_versions_number').on(table.organisationId, table.panelId, table.number),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
  ],
);
