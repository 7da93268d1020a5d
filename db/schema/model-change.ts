import { date, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems } from './ai-system.ts';

export const changeKinds = [
  'retraining',
  'threshold',
  'inputs',
  'outputs',
  'intended-use',
  'interface',
  'hosting',
  'subprocessor',
  'security',
  'other',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A metric that must stay within bounds, both included. */
export type ChangeBound = { metric: string; minimum?: number; maximum?: number };

/** Which changes a supplier may make without asking, and within which bounds. Never changed: the newest counts. */
export const changePlans = pgTable(
  'change_plans',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    number: integer('number').notNull(),
    /** Kinds of change that are planned. */
    kinds: text('kinds', { enum: changeKinds }).array().notNull(),
    bounds: jsonb('bounds').$type<ChangeBound[]>().notNull(),
    protocol: text('protocol').notNull(),
    impact: text('impact').notNull(),
    agreedOn: date('agreed_on').notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('change_plans_number').on(table.organisationId, table.systemId, table.number),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);

export const changeVerdicts = ['inside', 'outside', 'cannot-tell'] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

/** Why a notice lies inside or outside: a code, and what it is about. */
export type ChangeReason = {
  code: 'no-plan' | 'kind-not-planned' | 'below' | 'above' | 'not-stated' | 'within';
  kind?: ChangeKind;
  metric?: string;
  value?: number;
  bound?: number;
};
export type StatedValue = { metric: string; value: number };

/** What a supplier says will change, with what the plan of that day said about it. */
export const changeNotices = pgTable(
  'change_notices',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    number: integer('number').notNull(),
    kinds: text('kinds', { enum: changeKinds }).array().notNull(),
    summary: text('summary').notNull(),
    newVersion: text('new_version').notNull().default(''),
    values: jsonb('values').$type<StatedValue[]>().notNull(),
    receivedOn: date('received_on').notNull(),
    effectiveOn: date('effective_on'),
    verdict: text('verdict', { enum: changeVerdicts }).notNull(),
    reasons: jsonb('reasons').$type<ChangeReason[]>().notNull(),
    /** Null: there was no plan. */
    planNumber: integer('plan_number'),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('change_notices_number').on(table.organisationId, table.systemId, table.number),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);
