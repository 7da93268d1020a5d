import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';
import { modelVersions } from './model-version.ts';
import { monitoringBatches } from './monitoring-batch.ts';

/** Whether anybody acted on the output: not shown, shown beside usual work, in use. */
export const recordModes = ['silent', 'shadow', 'live'] as const;
export type RecordMode = (typeof recordModes)[number];

/**
 * What a record holds, and where:
 * proportion: numerator of denominator · rate: numerator events in denominator of exposure ·
 * mean: numerator the sum, denominator how many, detail the sum of squares · observed-expected:
 * numerator observed, denominator expected · value: one number, how it was computed in detail ·
 * quantiles, confusion, score-histogram, input-histogram: detail.
 */
export const recordKinds = [
  'proportion',
  'rate',
  'mean',
  'observed-expected',
  'value',
  'quantiles',
  'confusion',
  'score-histogram',
  'input-histogram',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export const ascertainmentKinds = ['all', 'routine-outcome', 'sample', 'flagged-only'] as const;
export type AscertainmentKind = (typeof ascertainmentKinds)[number];

/**
 * One number, or one table of numbers, of a deployment, a period and a group: never of one person. Rows
 * are not changed; a restatement is another row, and the one before says by which it was superseded.
 */
export const monitoringRecords = pgTable(
  'monitoring_records',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    systemId: uuid('system_id').notNull(),
    versionId: uuid('version_id').notNull(),
    batchId: uuid('batch_id').notNull(),
    /** Code of a metric pack, or another that the sender uses. */
    metric: text('metric').notNull(),
    kind: text('kind', { enum: recordKinds }).notNull(),
    mode: text('mode', { enum: recordModes }).notNull(),
    /** Of a metric that has several: the threshold, the input, the coded reason. Else empty. */
    part: text('part').notNull().default(''),
    /** Code of the plan's cohort; empty: everybody. */
    cohort: text('cohort').notNull().default(''),
    /** Both empty: overall. */
    dimension: text('dimension').notNull().default(''),
    level: text('level').notNull().default(''),
    periodFrom: date('period_from').notNull(),
    /** The day after the last. */
    periodTo: date('period_to').notNull(),
    numerator: doublePrecision('numerator'),
    denominator: doublePrecision('denominator'),
    value: doublePrecision('value'),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
    /** Cases of the period, those scored, and those of them whose outcome is known. */
    eligible: integer('eligible'),
    scored: integer('scored'),
    labelled: integer('labelled'),
    ascertainment: text('ascertainment', { enum: ascertainmentKinds }),
    /** Of a sample: the chance of each case. */
    samplingProbability: doublePrecision('sampling_probability'),
    /** First day on which outcomes count as complete. */
    maturesOn: date('matures_on'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
    /** The record in its place, or the withdrawal of its batch where none is; of one that only confirms, that other. */
    supersededBy: uuid('superseded_by'),
    supersededAt: timestamp('superseded_at', { withTimezone: true }),
    /** The record of its batch that stands again, since what had taken its place was taken back. */
    restores: uuid('restores'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    // What a chart reads; of two batches that restate one number at once the second waits.
    uniqueIndex('monitoring_records_current')
      .on(
        table.organisationId,
        table.deploymentId,
        table.metric,
        table.dimension,
        table.level,
        table.part,
        table.cohort,
        table.mode,
        table.versionId,
        table.periodFrom,
      )
      .where(sql`superseded_by is null`),
    // What a batch held.
    index('monitoring_records_of_batch').on(table.organisationId, table.batchId),
    // What a restatement took the place of.
    index('monitoring_records_superseded')
      .on(table.organisationId, table.supersededBy)
      .where(sql`superseded_by is not null`),
    // Whether a record stands again as another row.
    index('monitoring_records_restored')
      .on(table.organisationId, table.restores)
      .where(sql`restores is not null`),
    check('monitoring_records_period', sql`${table.periodTo} > ${table.periodFrom}`),
    check('monitoring_records_group', sql`(${table.dimension} = '') = (${table.level} = '')`),
    check(
      'monitoring_records_superseded_when',
      sql`(${table.supersededBy} is null) = (${table.supersededAt} is null)`,
    ),
    within(table.organisationId, table.batchId, monitoringBatches),
    foreignKey({
      columns: [table.organisationId, table.systemId, table.deploymentId],
      foreignColumns: [deployments.organisationId, deployments.systemId, deployments.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.systemId, table.versionId],
      foreignColumns: [modelVersions.organisationId, modelVersions.systemId, modelVersions.id],
    }),
  ],
);
