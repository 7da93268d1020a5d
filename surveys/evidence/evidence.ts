import { z } from 'zod';
import { doiSchema } from '../model/identifiers.ts';
import { textSchema } from '../model/languages.ts';

const coefficient = z.number().min(-1).max(1);
const share = z.number().min(0).max(1);
const people = z.int().min(1).max(10_000_000);

/** What a translation went through, after the good-practice steps of ISPOR. */
export const translationSteps = [
  'two-forward-translations',
  'reconciliation',
  'back-translation',
  'expert-review',
  'cognitive-debriefing',
  'proofreading',
] as const;

export const invarianceLevels = ['configural', 'metric', 'partial-scalar', 'scalar'] as const;

const findings = {
  translation: z.strictObject({
    kind: z.literal('translation'),
    steps: z.array(z.enum(translationSteps)).min(1),
    /** People of the target population who were asked what they understood. */
    debriefed: z.int().min(0).max(10_000),
  }),
  'content-validity': z.strictObject({
    kind: z.literal('content-validity'),
    experts: z.int().min(0).max(1000),
    targetPersons: z.int().min(0).max(10_000),
    lowestItemIndex: share.nullable(),
    scaleIndex: share.nullable(),
  }),
  structure: z.strictObject({
    kind: z.literal('structure'),
    model: textSchema.max(4000),
    estimator: textSchema.max(40),
    items: z.int().min(2).max(300),
    cfi: z.number().min(0).max(1).nullable(),
    tli: z.number().max(2).nullable(),
    rmsea: z.number().min(0).nullable(),
    srmr: z.number().min(0).nullable(),
    isProper: z.boolean(),
  }),
  'internal-consistency': z.strictObject({
    kind: z.literal('internal-consistency'),
    /** Which scale, by its title. */
    scale: textSchema.max(200),
    coefficient: z.enum(['alpha', 'omega']),
    value: coefficient,
    interval: z.tuple([coefficient, coefficient]).nullable(),
  }),
  retest: z.strictObject({
    kind: z.literal('retest'),
    coefficient: z.enum(['icc', 'weighted-kappa']),
    value: coefficient,
    weeks: z.number().min(0).max(520),
  }),
  hypotheses: z.strictObject({
    kind: z.literal('hypotheses'),
    stated: z.int().min(1).max(200),
    confirmed: z.int().min(0).max(200),
  }),
  invariance: z.strictObject({
    kind: z.literal('invariance'),
    /** The other side: a language tag, or what the groups were. */
    comparedWith: z.string().min(1).max(200),
    reached: z.enum(invarianceLevels).nullable(),
    smallestGroup: people,
  }),
};

export const evidenceKinds = Object.keys(findings) as EvidenceKind[];
export type EvidenceKind = keyof typeof findings;

export const findingSchema = z.discriminatedUnion('kind', [
  findings.translation,
  findings['content-validity'],
  findings.structure,
  findings['internal-consistency'],
  findings.retest,
  findings.hypotheses,
  findings.invariance,
]);
export type Finding = z.infer<typeof findingSchema>;

/** Computed here from a stored run; found by a panel; published elsewhere; or done by named people and recorded. */
export const evidenceSourceSchema = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('computed'),
    runId: z.uuid(),
    /** From invented answers: it shows how things work, and counts for nothing. */
    isSynthetic: z.boolean(),
  }),
  z.strictObject({
    source: z.literal('panel'),
    /** The published result, and by what names people know the panel and the round. */
    reportId: z.uuid(),
    panel: textSchema.max(200),
    round: z.int().min(1),
    /** Of an organisation that is made up: it shows how things work, and counts for nothing. */
    isSynthetic: z.boolean(),
  }),
  z.strictObject({ source: z.literal('published'), doi: doiSchema }),
  z.strictObject({ source: z.literal('recorded'), by: textSchema.max(200) }),
]);
export type EvidenceSource = z.infer<typeof evidenceSourceSchema>;

/** One piece of evidence for one language version in one population. */
export const evidenceSchema = z.object({
  finding: findingSchema,
  origin: evidenceSourceSchema,
  population: textSchema.max(200),
  n: people,
  /** The day of the data, not of the entry. */
  on: z.iso.date(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
