import { date, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { codings } from './coding.ts';
import { contributions } from './contribution.ts';
import { panelMembers } from './panel-member.ts';
import { panelPrompts } from './panel-round.ts';
import { panels } from './panel.ts';

export const reportKinds = [
  'gripp2-short',
  'gripp2-long',
  'uk-standards',
  'job',
  'themes',
] as const;
export type ReportKind = (typeof reportKinds)[number];

/**
 * Something that was published on the ground of contributions, frozen. `job` is the result of a
 * debriefing, a review or a margin-setting prompt, which other rooms may cite; `themes` is a theme report.
 */
export const panelReports = pgTable(
  'panel_reports',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    kind: text('kind', { enum: reportKinds }).notNull(),
    /** Of a job alone. */
    promptId: uuid('prompt_id'),
    /** Of a theme report alone. */
    codingId: uuid('coding_id'),
    number: integer('number').notNull(),
    content: jsonb('content').notNull(),
    contentHash: text('content_hash').notNull(),
    publishedOn: date('published_on').notNull(),
    publishedBy: text('published_by').notNull(),
    /** A contribution it was built on was withdrawn. */
    supersededOn: date('superseded_on'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_reports_number').on(table.organisationId, table.panelId, table.number),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
    within(table.organisationId, table.promptId, panelPrompts),
    within(table.organisationId, table.codingId, codings),
  ],
);

export const panelReportContributions = pgTable(
  'panel_report_contributions',
  {
    organisationId: organisationId(),
    reportId: uuid('report_id').notNull(),
    contributionId: uuid('contribution_id').notNull(),
    panelId: uuid('panel_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.reportId, table.contributionId] }),
    within(table.organisationId, table.reportId, panelReports).onDelete('cascade'),
    within(table.organisationId, table.contributionId, contributions),
  ],
);

/** What facilitators write to an item of a reporting form, e.g. `gripp2-short/reflections`. */
export const panelNarratives = pgTable(
  'panel_narratives',
  {
    organisationId: organisationId(),
    panelId: uuid('panel_id').notNull(),
    item: text('item').notNull(),
    text: text('text').notNull(),
    revision: integer('revision').notNull().default(1),
    writtenBy: text('written_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.panelId, table.item] }),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
  ],
);

/** A paper, a leaflet, a talk: credit is chosen for each by itself. */
export const panelOutputs = pgTable(
  'panel_outputs',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    title: jsonb('title').$type<LocalText>().notNull(),
    publishedOn: date('published_on'),
    /** Frozen when it was published; empty until then. */
    acknowledgement: jsonb('acknowledgement').$type<LocalText>().notNull().default({}),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
  ],
);

export const creditChoices = ['named', 'pseudonym', 'none'] as const;
export type CreditChoice = (typeof creditChoices)[number];

/** Changeable until the output is published. */
export const panelCredits = pgTable(
  'panel_credits',
  {
    organisationId: organisationId(),
    outputId: uuid('output_id').notNull(),
    memberId: uuid('member_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    choice: text('choice', { enum: creditChoices }).notNull(),
    /** As the person wants to be called. */
    name: text('name').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.outputId, table.memberId] }),
    within(table.organisationId, table.outputId, panelOutputs).onDelete('cascade'),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);
