import { date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { panelMembers } from './panel-member.ts';

export const rateUnits = ['hour', 'half-day', 'day', 'task'] as const;

/** What is offered for what, from a day on. Never changed: a new rate is a new row. */
export const paymentRates = pgTable(
  'payment_rates',
  {
    organisationId: organisationId(),
    id: id(),
    role: text('role').notNull(),
    unit: text('unit', { enum: rateUnits }).notNull(),
    /** In the smallest unit of the currency (ISO 4217). */
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    validFrom: date('valid_from').notNull(),
    source: text('source').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);

export const paymentStates = ['offered', 'accepted', 'declined', 'paid'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** Apart from what was said: nothing here leads to a contribution. */
export const panelPayments = pgTable(
  'panel_payments',
  {
    organisationId: organisationId(),
    id: id(),
    panelId: uuid('panel_id').notNull(),
    memberId: uuid('member_id').notNull(),
    kind: text('kind', { enum: ['payment', 'expenses'] }).notNull(),
    rateId: uuid('rate_id'),
    description: text('description').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    state: text('state', { enum: paymentStates }).notNull().default('offered'),
    offeredOn: date('offered_on').notNull(),
    answeredOn: date('answered_on'),
    paidOn: date('paid_on'),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    within(table.organisationId, table.memberId, panelMembers),
    within(table.organisationId, table.rateId, paymentRates),
  ],
);
