import { z } from 'zod';
import { longestVersion } from '../register/register-schema.ts';
import {
  ascertainmentKinds,
  maximumRecords,
  recordModes,
  type RecordKind,
} from './intake-words.ts';
import { isIdentifierName, isIdentifierValue } from './identifier-names.ts';

const largestInteger = 2 ** 31 - 1;

/** Refused in texts: control signs and halves of a sign, which Postgres cannot store. */
const unstorable = /[\p{Cc}\p{Cs}]/u;
export const withoutUnstorable = (text: string) =>
  text.replaceAll(new RegExp(unstorable, 'gu'), '\ufffd');

/** What a refusal is called: a field that is not there is missing, whatever it should have been. */
const said = (code: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'missing' : code),
});

export const storable = (most: number) =>
  z
    .string(said('not-text'))
    .max(most, { error: 'too-long', abort: true })
    .refine((text) => !unstorable.test(text), 'unstorable-sign');

const code = (most: number) =>
  z
    .string(said('not-text'))
    .max(most, { error: 'too-long', abort: true })
    .refine((text) => !isIdentifierName(text), { error: 'identifier-name', abort: true })
    .refine((text) => !isIdentifierValue(text), { error: 'identifier-value', abort: true })
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._/+<>=≥≤%:-]*$/u, 'not-a-code');

const count = z.int(said('not-a-count')).min(0, 'below-zero');
const number = z.number(said('not-a-number'));
const notNegative = number.min(0, 'below-zero');
const day = z.iso
  .date({ ...said('not-a-day'), abort: true })
  .refine((text) => text >= '1990-01-01' && text < '2200-01-01', 'day-out-of-range');

const bins = 200;
const counts = z.array(count, said('not-a-list')).min(1, 'empty').max(bins, 'too-many-bins');

const common = {
  metric: code(80).meta({
    description: 'Code of a metric pack, or another that the sender keeps.',
  }),
  mode: z
    .enum(recordModes, said('unknown-word'))
    .default('live')
    .meta({ description: 'Whether anybody acted on the output.' }),
  part: code(80).optional().meta({
    description: 'Of a metric that has several: the threshold, the input, the coded reason.',
  }),
  cohort: code(60)
    .optional()
    .meta({ description: "Code of the plan's cohort. Without: everybody." }),
  subgroup: z
    .strictObject({ dimension: code(60), level: code(80) })
    .optional()
    .meta({ description: 'One attribute and its value. Without: overall.' }),
  period: z
    .strictObject({ start: day, end: day })
    .refine(({ start, end }) => end > start, { path: ['end'], error: 'ends-before-start' })
    .meta({ description: 'Days at the site; `end` is the day after the last.' }),
  labels: z
    .strictObject({
      eligible: count.max(largestInteger, 'too-large').optional(),
      scored: count.max(largestInteger, 'too-large').optional(),
      labelled: count.max(largestInteger, 'too-large').optional(),
      ascertainment: z.enum(ascertainmentKinds, said('unknown-word')).optional(),
      sampling_probability: number.gt(0, 'not-a-share').max(1, 'not-a-share').optional(),
      mature_on: day.optional(),
    })
    .optional()
    .meta({
      description: 'Whose outcomes are known, how, and from which day on they are complete.',
    }),
};

const method = storable(80)
  .optional()
  .meta({ description: 'How the number was computed, with base and bins.' });

/** What a record of each kind holds besides. */
export const recordKindSchemas = {
  proportion: z.strictObject({
    ...common,
    kind: z.literal('proportion'),
    numerator: count,
    denominator: count,
  }),
  rate: z.strictObject({
    ...common,
    kind: z.literal('rate'),
    events: count,
    exposure: number.gt(0, 'not-positive'),
  }),
  mean: z.strictObject({
    ...common,
    kind: z.literal('mean'),
    n: count.min(1, 'not-positive'),
    sum: number,
    sum_of_squares: notNegative.optional(),
    method,
  }),
  'observed-expected': z.strictObject({
    ...common,
    kind: z.literal('observed-expected'),
    n: count.min(1, 'not-positive'),
    observed: count,
    expected: notNegative,
  }),
  value: z.strictObject({
    ...common,
    kind: z.literal('value'),
    value: number,
    n: count.optional(),
    method,
    high_means: z
      .enum(['better', 'worse', 'drift', 'no-drift'], said('unknown-word'))
      .optional()
      .meta({ description: 'p-values are low under drift, distances high.' }),
    threshold: number.optional(),
  }),
  quantiles: z.strictObject({
    ...common,
    kind: z.literal('quantiles'),
    n: count.min(1, 'not-positive'),
    median: number,
    q1: number.optional(),
    q3: number.optional(),
    p95: number.optional(),
    method,
  }),
  confusion: z.strictObject({
    ...common,
    kind: z.literal('confusion'),
    threshold: number,
    tp: count,
    fp: count,
    fn: count,
    tn: count,
  }),
  'score-histogram': z.strictObject({
    ...common,
    kind: z.literal('score-histogram'),
    edges: z
      .array(number, said('not-a-list'))
      .min(2, 'empty')
      .max(bins + 1, 'too-many-bins')
      .meta({ description: 'Edges of the bins, rising; one more than there are bins.' }),
    positives: counts,
    negatives: counts,
    unlabelled: counts.optional(),
    sum_p: z
      .array(notNegative, said('not-a-list'))
      .max(bins, 'too-many-bins')
      .optional()
      .meta({ description: 'Sum of the predicted risks of labelled cases in each bin.' }),
  }),
  'input-histogram': z.strictObject({
    ...common,
    kind: z.literal('input-histogram'),
    edges: z
      .array(number, said('not-a-list'))
      .max(bins, 'too-many-bins')
      .optional()
      .meta({ description: 'Of numbers: inner edges, one fewer than there are bins.' }),
    levels: z.array(code(80), said('not-a-list')).max(bins, 'too-many-bins').optional(),
    counts,
    missing: count.optional().meta({ description: 'Cases without a value; not in the counts.' }),
    out_of_range: count
      .optional()
      .meta({ description: 'Of the counted cases, those whose value cannot be.' }),
  }),
} as const satisfies Record<RecordKind, z.ZodType>;

export const recordSchema = z.discriminatedUnion(
  'kind',
  [
    recordKindSchemas.proportion,
    recordKindSchemas.rate,
    recordKindSchemas.mean,
    recordKindSchemas['observed-expected'],
    recordKindSchemas.value,
    recordKindSchemas.quantiles,
    recordKindSchemas.confusion,
    recordKindSchemas['score-histogram'],
    recordKindSchemas['input-histogram'],
  ],
  { error: 'unknown-kind' },
);
export type SentRecord = z.infer<typeof recordSchema>;

const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.array(schema, said('not-a-list')).min(1, 'empty').max(maximumRecords, 'too-many-records');

export const batchSchema = z.strictObject({
  deployment: storable(80).min(1, 'empty').meta({ description: 'Slug of the deployment.' }),
  model_version: storable(longestVersion)
    .min(1, 'empty')
    .meta({ description: 'As it is registered.' }),
  source: z
    .strictObject({
      tool: storable(80).min(1, 'empty'),
      version: storable(40).optional(),
      suppressed_below: z
        .int(said('not-a-count'))
        .min(2, 'too-small')
        .max(100, 'too-large')
        .optional()
        .meta({
          description:
            'The source promises no count from 1 to one less than this; such a count is refused.',
        }),
    })
    .optional(),
  comment: storable(200)
    .optional()
    .meta({ description: 'Of a restatement: why. Never about a person.' }),
  records: listOf(recordSchema),
});

/** A batch whose records are read one by one, so that a fault of one hides none of the others. */
export const envelopeSchema = batchSchema.extend({ records: listOf(z.unknown()) });
