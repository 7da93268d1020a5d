import { date, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Subject } from '#surveys/model/subject.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { contributions } from './contribution.ts';
import { panelMembers } from './panel-member.ts';
import { panels } from './panel.ts';
import { quotes } from './quote.ts';

/** What the panel asks for, in plain words, built on contributions. */
export const suggestions = pgTable(
  'suggestions',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    number: integer('number').notNull(),
    text: jsonb('text').$type<LocalText>().notNull(),
    raisedOn: date('raised_on').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('suggestions_number').on(table.organisationId, table.panelId, table.number),
    within(table.organisationId, table.panelId, panels).onDelete('cascade'),
  ],
);

export const suggestionContributions = pgTable(
  'suggestion_contributions',
  {
    organisationId: organisationId(),
    suggestionId: uuid('suggestion_id').notNull(),
    contributionId: uuid('contribution_id').notNull(),
    panelId: uuid('panel_id').notNull(),
    /** The words shown with the suggestion, where the author agreed to be quoted. */
    quoteId: uuid('quote_id'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.suggestionId, table.contributionId] }),
    within(table.organisationId, table.suggestionId, suggestions).onDelete('cascade'),
    within(table.organisationId, table.contributionId, contributions),
    within(table.organisationId, table.quoteId, quotes),
  ],
);

export const verdicts = ['accepted', 'partly', 'not'] as const;
export type Verdict = (typeof verdicts)[number];

/** Never changed: another decision is another row, and the newest counts. */
export const suggestionDecisions = pgTable(
  'suggestion_decisions',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    suggestionId: uuid('suggestion_id').notNull(),
    number: integer('number').notNull(),
    verdict: text('verdict', { enum: verdicts }).notNull(),
    reason: jsonb('reason').$type<LocalText>().notNull(),
    /** Who is answerable: a name or a body. */
    decidedBy: text('decided_by').notNull(),
    decidedOn: date('decided_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('suggestion_decisions_number').on(
      table.organisationId,
      table.suggestionId,
      table.number,
    ),
    within(table.organisationId, table.suggestionId, suggestions).onDelete('cascade'),
  ],
);

/** What is different now. Never edited; a wrong one is withdrawn by another. */
export const suggestionChanges = pgTable(
  'suggestion_changes',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    suggestionId: uuid('suggestion_id').notNull(),
    number: integer('number').notNull(),
    what: jsonb('what').$type<LocalText>().notNull(),
    subject: jsonb('subject').$type<Subject>().notNull(),
    changedOn: date('changed_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('suggestion_changes_number').on(table.organisationId, table.suggestionId, table.number),
    within(table.organisationId, table.suggestionId, suggestions).onDelete('cascade'),
  ],
);

/** What a member was told, when: of a decision, a change, the fate of a contribution, an outcome. */
export const panelTellings = pgTable(
  'panel_tellings',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    memberId: uuid('member_id').notNull(),
    /** `decision:<id>`, `change:<id>`, `contribution:<id>:<event>`, `round:<id>`. */
    news: text('news').notNull(),
    /** When it happened, and when the person was told: by mail or a letter, or on their page. */
    happenedOn: date('happened_on').notNull(),
    mailedOn: date('mailed_on'),
    seenOn: date('seen_on'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('panel_tellings_news').on(table.organisationId, table.memberId, table.news),
    within(table.organisationId, table.memberId, panelMembers).onDelete('cascade'),
  ],
);
