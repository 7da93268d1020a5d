import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems } from './ai-system.ts';
import { panels } from './panel.ts';

/** An AI system whose recommendations, followed or not, the people of a panel read. */
export const panelSystems = pgTable(
  'panel_systems',
  {
    organisationId: organisationId(),
    panelId: uuid('panel_id').notNull(),
    systemId: uuid('system_id').notNull(),
    shownOn: date('shown_on').notNull(),
    shownBy: text('shown_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.panelId, table.systemId] }),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);
