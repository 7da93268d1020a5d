import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { consentColumns } from '../consent-columns.ts';
import { within } from '../references.ts';
import { contributions } from './contribution.ts';
import { panelConsents } from './panel-member.ts';

/** Words of a contribution shown to others: a span of its redacted text, under consent to be quoted. */
export const quotes = pgTable(
  'quotes',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    contributionId: uuid('contribution_id').notNull(),
    memberId: uuid('member_id'),
    ...consentColumns(),
    /** Of a survey's words: true, as the words themselves say. */
    mayQuote: boolean('may_quote'),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('quotes_span').on(table.organisationId, table.contributionId, table.start, table.end),
    check('quotes_consent', sql`${table.consentPurpose} = 'quote' and ${table.consentGranted}`),
    check(
      'quotes_of_survey',
      sql`(${table.memberId} is null) = (${table.consentId} is null)
        and (${table.memberId} is null) = (${table.mayQuote} is true)`,
    ),
    check('quotes_order', sql`${table.start} >= 0 and ${table.end} > ${table.start}`),
    within(table.organisationId, table.contributionId, contributions).onDelete('cascade'),
    foreignKey({
      name: 'quotes_of_quotable',
      columns: [table.organisationId, table.contributionId, table.mayQuote],
      foreignColumns: [contributions.organisationId, contributions.id, contributions.mayQuote],
    }),
    foreignKey({
      name: 'quotes_consented',
      columns: [
        table.organisationId,
        table.consentId,
        table.memberId,
        table.consentPurpose,
        table.consentGranted,
      ],
      foreignColumns: [
        panelConsents.organisationId,
        panelConsents.id,
        panelConsents.memberId,
        panelConsents.purpose,
        panelConsents.granted,
      ],
    }),
  ],
);
