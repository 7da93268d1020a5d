import {
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { panels, panelStrata } from './panel.ts';

export type Target = {
  source: string | null;
  reason: string | null;
  shares: Record<string, number>;
};

/** A target that was changed after somebody had joined, as it was before. Added to, never changed. */
export const panelTargetChanges = pgTable(
  'panel_target_changes',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    stratumId: uuid('stratum_id').notNull(),
    number: integer('number').notNull(),
    before: jsonb('before').$type<Target>().notNull(),
    why: text('why').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_target_changes_number').on(table.organisationId, table.stratumId, table.number),
    within(table.organisationId, table.stratumId, panelStrata).onDelete('cascade'),
  ],
);

/** People by band, by stratum. */
export type BandCounts = Record<string, Record<string, number>>;

/**
 * The counts that a panel's pages show. They are made again once enough people have come or gone: a
 * count that follows each single person would tell what that person said.
 */
export const panelBandReleases = pgTable(
  'panel_band_releases',
  {
    organisationId: organisationId(),
    panelId: uuid('panel_id').notNull(),
    countedOn: date('counted_on').notNull(),
    /** Who is counted. */
    members: uuid('members').array().notNull(),
    present: jsonb('present').$type<BandCounts>().notNull(),
    declined: jsonb('declined').$type<BandCounts>().notNull(),
    left: jsonb('left').$type<BandCounts>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.panelId] }),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
  ],
);

/** What somebody who left had said of themselves, once it is deleted of them: of nobody any more. */
export const panelDepartures = pgTable(
  'panel_departures',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    stratumId: uuid('stratum_id').notNull(),
    band: text('band').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.stratumId, panelStrata).onDelete('cascade'),
  ],
);
