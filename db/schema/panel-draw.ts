import {
  boolean,
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
import { id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { panelMembers } from './panel-member.ts';
import { panels } from './panel.ts';

export type Quota = { stratumId: string; band: string; fewest: number; most: number };

/** A selection among candidates, which anybody can repeat with the seed, the quotas and the pool. */
export const panelDraws = pgTable(
  'panel_draws',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    number: integer('number').notNull(),
    seed: text('seed').notNull(),
    seats: integer('seats').notNull(),
    quotas: jsonb('quotas').$type<Quota[]>().notNull(),
    /**
     * Over the pool as it was drawn from: numbers of candidates and of those seated, with their bands.
     * Keyed, because a handful of bands can be guessed from a plain hash.
     */
    poolHash: text('pool_hash').notNull(),
    /** Who kept a seat when somebody was replaced: quotas are for the whole panel. */
    seated: uuid('seated').array().notNull().default([]),
    /** Null: the first draw; else why somebody had to be replaced. */
    reason: text('reason'),
    drawnBy: text('drawn_by').notNull(),
    drawnAt: timestamp('drawn_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_draws_number').on(table.organisationId, table.panelId, table.number),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
  ],
);

export const panelDrawCandidates = pgTable(
  'panel_draw_candidates',
  {
    organisationId: organisationId(),
    drawId: uuid('draw_id').notNull(),
    memberId: uuid('member_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    /** Chance of being selected under these quotas, in [0, 1]. */
    probability: real('probability').notNull(),
    selected: boolean('selected').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.drawId, table.memberId] }),
    within(table.organisationId, table.drawId, panelDraws).onDelete('cascade'),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);
