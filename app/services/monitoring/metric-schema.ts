import { z } from 'zod';
import { cadences, directions, plannedCharts } from './plan-words.ts';

export const dataTypes = [
  'count',
  'proportion',
  'rate',
  'continuous',
  'histogram',
  'time-between',
] as const;
export type DataType = (typeof dataTypes)[number];

/** Words of `metrics:unit`. */
export const units = [
  'share',
  'per-thousand',
  'minutes',
  'seconds',
  'days',
  'score',
  'number',
] as const;
export type Unit = (typeof units)[number];

/** Why a chart is the usual one; words of `monitoring:why`. */
export const chartReasons = [
  'measurements',
  'times-between-events',
  'rare-events-by-cases',
  'rare-events-by-time',
  'rare-events-without-gaps',
  'too-few-periods-for-dispersion',
  'proportions',
  'rates',
  'counts',
  'outcomes-with-risks',
  'distributions',
  'chosen',
] as const;
export type PlanChartReason = (typeof chartReasons)[number];

/** Of what a share or rate is one; words of `metrics:of`. What is counted has words by its code, `metrics:counts`. */
export const denominators = [
  'eligible-cases',
  'scored-cases',
  'shown-outputs',
  'known-outcomes',
  'cases-with-condition',
  'cases-without-condition',
  'flagged-cases',
  'wrong-outputs',
  'right-outputs',
  'overridden-outputs',
  'disagreements',
  'planted-errors',
  'scheduled-minutes',
  'licensed-staff',
  'sessions',
  'notes',
  'audited-notes',
  'visits',
  'extracted-items',
  'examinations',
  'second-readings',
  'answers',
  'staff-answers',
] as const;

/** How it is measured; words of `metrics:how`. */
export const methods = [
  'log',
  'linked-outcome',
  'adjudication',
  'double-reading',
  'timed',
  'survey',
  'incident-reports',
  'planted',
] as const;

const code = z.string().regex(/^[a-z][a-z0-9-]*$/);

export const metricSchema = z.strictObject({
  code,
  data: z.enum(dataTypes),
  unit: z.enum(units),
  direction: z.enum(directions),
  chart: z.enum(plannedCharts),
  reason: z.enum(chartReasons),
  cadence: z.enum(cadences),
  /** Dimensions that are suggested; words of `metrics:group`. */
  groups: z.array(code).readonly(),
  of: z.enum(denominators),
  how: z.enum(methods),
  /** Where the measure comes from, as a reader finds it. */
  source: z.string().min(10),
  /** Nobody has looked the source up yet: it is said beside it. */
  isUnconfirmed: z.literal(true).optional(),
  /** Records it is computed from, where these are tables of numbers of their own. */
  record: z.enum(['confusion', 'scores', 'inputs']).optional(),
  /**
   * Codes of which each record bears one as its part. `apart`: each has numbers of its own. Else a case has one code,
   * so that all have one denominator, and together they are at most it, or all of it.
   */
  parts: z
    .strictObject({ codes: z.array(code).readonly(), add: z.enum(['apart', 'at-most', 'to-all']) })
    .optional(),
  /** Of a table of outcomes: which rate. */
  rate: z
    .enum([
      'sensitivity',
      'specificity',
      'falsePositiveRate',
      'positivePredictiveValue',
      'selectionRate',
    ])
    .optional(),
});
export type Metric = z.infer<typeof metricSchema>;

export const packKinds = [
  'common',
  'triage',
  'scribe',
  'note-extraction',
  'imaging-pathology',
  'multimodal',
  'prognosis',
] as const;
export type PackKind = (typeof packKinds)[number];

export const packSchema = z.strictObject({
  kind: z.enum(packKinds),
  metrics: z.array(metricSchema).min(1).readonly(),
});
export type MetricPack = z.infer<typeof packSchema>;
