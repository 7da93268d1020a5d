import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Answers } from '#surveys/model/answers.ts';
import type { CovariateAnswers } from '#surveys/model/covariates.ts';
import { createdAt, id, organisationId } from '../columns.ts';
import { completionModes, registers } from './answering.ts';
import { invitations } from './invitation.ts';
import { sites } from './organisation.ts';
import { dataOrigins, studies, waves } from './study.ts';

/** One immutable row a respondent; the only table that results read. */
export const responses = pgTable(
  'responses',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: uuid('study_id').notNull(),
    waveId: uuid('wave_id').notNull(),
    siteId: uuid('site_id').notNull(),
    language: text('language').notNull(),
    register: text('register', { enum: registers }).notNull(),
    completionMode: text('completion_mode', { enum: completionModes }).notNull(),
    origin: text('origin', { enum: dataOrigins }).notNull(),
    day: date('day').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** In the item order of the frozen instrument version; negative codes are missing reasons. */
    itemCodes: smallint('item_codes').array().notNull(),
    covariates: jsonb('covariates').$type<CovariateAnswers>().notNull(),
    scoringRecipeVersion: text('scoring_recipe_version').notNull(),
    speedBand: text('speed_band', { enum: ['fast', 'usual', 'slow'] }),
    seed: integer('seed'),
    consentVersionId: uuid('consent_version_id'),
    importId: uuid('import_id'),
    /** anonymous-linked: keyed hash of the code the person keeps. */
    linkHash: text('link_hash'),
    /** confidential: leads to a person only through `pseudonym_keys`. */
    pseudonymId: uuid('pseudonym_id'),
    /** attributed. */
    invitationId: uuid('invitation_id'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index('responses_wave').on(table.organisationId, table.studyId, table.waveId),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.waveId],
      foreignColumns: [waves.organisationId, waves.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.siteId],
      foreignColumns: [sites.organisationId, sites.id],
    }),
  ],
);

/** Opened by a data custodian alone, and every opening is audited. */
export const pseudonymKeys = pgTable(
  'pseudonym_keys',
  {
    organisationId: organisationId(),
    pseudonymId: uuid('pseudonym_id').notNull(),
    invitationId: uuid('invitation_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.pseudonymId] }),
    foreignKey({
      columns: [table.organisationId, table.invitationId],
      foreignColumns: [invitations.organisationId, invitations.id],
    }).onDelete('cascade'),
  ],
);

export const responseImports = pgTable(
  'response_imports',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: uuid('study_id').notNull(),
    /** Null where a column of the file names the wave. */
    waveId: uuid('wave_id'),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    rows: integer('rows').notNull(),
    importedBy: text('imported_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('response_imports_file').on(table.organisationId, table.studyId, table.fileHash),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }),
  ],
);

/** Transient: a file between its upload and the decision about it; seen by who uploaded it alone. */
export const importDrafts = pgTable(
  'import_drafts',
  {
    organisationId: organisationId(),
    id: id(),
    studyId: uuid('study_id').notNull(),
    userId: text('user_id').notNull(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    content: text('content').notNull(),
    mapping: jsonb('mapping'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({
      columns: [table.organisationId, table.studyId],
      foreignColumns: [studies.organisationId, studies.id],
    }).onDelete('cascade'),
  ],
);
