import { date, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { aiSystems } from './ai-system.ts';

/** Where the model's weights come from, and whether they change while it is used. */
export const algorithmKinds = [
  'rule',
  'statistical',
  'machine-learning',
  'generative',
  'hybrid',
] as const;
export type AlgorithmKind = (typeof algorithmKinds)[number];

export const learningKinds = ['locked', 'planned-changes', 'continuous'] as const;
export type LearningKind = (typeof learningKinds)[number];

export const uncertaintyKinds = [
  'none',
  'probability',
  'interval',
  'conformal',
  'ensemble',
  'abstain',
] as const;
export type UncertaintyKind = (typeof uncertaintyKinds)[number];

export type MlflowReference = {
  registry?: string;
  name?: string;
  version?: string;
  alias?: string;
  runId?: string;
  modelUuid?: string;
};

/** A number somebody states of a version. Who measured it, and on what, stands beside it. */
export type StatedPerformance = {
  metric: string;
  value: number;
  low?: number;
  high?: number;
  level?: number;
  unit?: string;
  n?: number;
  subgroup?: string;
  data?: string;
  /** Of a card: usefulness, fairness or safety, as the card names them. */
  topic?: string;
};

export const modelVersions = pgTable(
  'model_versions',
  {
    organisationId: organisationId(),
    id: id(),
    systemId: uuid('system_id').notNull(),
    version: text('version').notNull(),
    releasedOn: date('released_on'),
    modelType: text('model_type').notNull().default(''),
    foundationModels: text('foundation_models').notNull().default(''),
    algorithm: text('algorithm', { enum: algorithmKinds }),
    learning: text('learning', { enum: learningKinds }),
    uncertainty: text('uncertainty', { enum: uncertaintyKinds }),
    weightsHash: text('weights_hash').notNull().default(''),
    thresholds: text('thresholds').array().notNull().default([]),
    mlflow: jsonb('mlflow').$type<MlflowReference>().notNull().default({}),
    performance: jsonb('performance').$type<StatedPerformance[]>().notNull().default([]),
    recordedBy: text('recorded_by').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('model_versions_version').on(table.organisationId, table.systemId, table.version),
    // What a deployment ran is a version of its own system.
    unique('model_versions_of_system').on(table.organisationId, table.systemId, table.id),
    within(table.organisationId, table.systemId, aiSystems),
  ],
);
