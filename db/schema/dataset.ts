import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems } from './ai-system.ts';
import { modelVersions } from './model-version.ts';

export const datasetAccess = ['open', 'agreement', 'closed'] as const;
export type DatasetAccess = (typeof datasetAccess)[number];

/** What was written down of the people in a data set. */
export const demographicAspects = ['age', 'sex', 'ethnicity', 'deprivation'] as const;
export type DemographicAspect = (typeof demographicAspects)[number];
export type ReportedDemographics = Partial<Record<DemographicAspect, 'yes' | 'no'>>;

/** A data set that systems share. Those of the open catalogue keep its name for them. */
export const datasets = pgTable(
  'datasets',
  {
    organisationId: organisationId(),
    id: id(),
    /** Of the open catalogue; null: the organisation's own entry. */
    catalogueKey: text('catalogue_key'),
    name: text('name').notNull(),
    field: text('field').notNull().default(''),
    modality: text('modality').notNull().default(''),
    size: text('size').notNull().default(''),
    /** How many people it is about; null: nobody says. */
    people: integer('people'),
    annotations: text('annotations').notNull().default(''),
    source: text('source').notNull().default(''),
    url: text('url').notNull().default(''),
    licence: text('licence').notNull().default(''),
    access: text('access', { enum: datasetAccess }),
    countries: text('countries').array().notNull().default([]),
    years: text('years').notNull().default(''),
    demographics: jsonb('demographics').$type<ReportedDemographics>().notNull().default({}),
    knownGaps: text('known_gaps').notNull().default(''),
    consentBasis: text('consent_basis').notNull().default(''),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('datasets_catalogue_key').on(table.organisationId, table.catalogueKey),
  ],
);

export const datasetRoles = [
  'train',
  'tune',
  'internal-test',
  'external-test',
  'local-validation',
  'reference',
] as const;
export type DatasetRole = (typeof datasetRoles)[number];

/** What a system used a data set for. */
export const datasetUses = pgTable(
  'dataset_uses',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    datasetId: uuid('dataset_id').notNull(),
    /** Null: whatever the version. */
    versionId: uuid('version_id'),
    role: text('role', { enum: datasetRoles }).notNull(),
    note: text('note').notNull().default(''),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('dataset_uses_once')
      .on(table.organisationId, table.systemId, table.datasetId, table.role, table.versionId)
      .nullsNotDistinct(),
    within(table.organisationId, table.systemId, aiSystems),
    within(table.organisationId, table.datasetId, datasets),
    within(table.organisationId, table.versionId, modelVersions),
  ],
);
