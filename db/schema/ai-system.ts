import { sql } from 'drizzle-orm';
import {
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { LocalText } from '#surveys/model/languages.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';

/** What a system is for; decides later which metrics are asked of it. */
export const systemCategories = [
  'triage',
  'scribe',
  'note-extraction',
  'imaging',
  'pathology',
  'multimodal',
  'prognosis',
  'chatbot',
  'operations',
  'other',
] as const;
export type SystemCategory = (typeof systemCategories)[number];

/** From an idea to its end, in order; `restricted` and `suspended` lie beside `live`. */
export const lifecycleStages = [
  'idea',
  'procurement',
  'sandbox',
  'silent',
  'pilot',
  'live',
  'restricted',
  'suspended',
  'retired',
] as const;
export type LifecycleStage = (typeof lifecycleStages)[number];

/** An AI system of the organisation. What is said of it has versions of its own. */
export const aiSystems = pgTable(
  'ai_systems',
  {
    organisationId: organisationId(),
    id: id(),
    /** Names it in addresses of registers and interfaces. */
    slug: text('slug').notNull(),
    /** Number of the newest description. */
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('ai_systems_slug').on(table.organisationId, table.slug),
  ],
);

/** What was said of a system: never changed, a change is the next number. */
export const systemDescriptions = pgTable(
  'system_descriptions',
  {
    organisationId: organisationId(),
    systemId: uuid('system_id').notNull(),
    number: integer('number').notNull(),
    name: jsonb('name').$type<LocalText>().notNull(),
    summary: jsonb('summary').$type<LocalText>().notNull(),
    category: text('category', { enum: systemCategories }).notNull(),
    /** Sections by name; the register's schema reads them. */
    sections: jsonb('sections').$type<Record<string, unknown>>().notNull(),
    recordedBy: text('recorded_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.systemId, table.number] }),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);

export const systemRoles = [
  'senior-owner',
  'system-owner',
  'clinical-lead',
  'safety-officer',
  'data-protection',
  'involvement-lead',
  'reviewer',
  'mentor',
] as const;
export type SystemRole = (typeof systemRoles)[number];

/** Who answers for a system, from when until when. Somebody of the organisation, or a name. */
export const systemPeople = pgTable(
  'system_people',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    role: text('role', { enum: systemRoles }).notNull(),
    userId: text('user_id'),
    name: text('name').notNull(),
    fromOn: date('from_on').notNull(),
    /** The last day. */
    untilOn: date('until_on'),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('system_people_start').on(
      table.organisationId,
      table.systemId,
      table.role,
      table.name,
      table.fromOn,
    ),
    check(
      'system_people_order',
      sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`,
    ),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);
