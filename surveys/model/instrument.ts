import { z } from 'zod';
import { expressionSchema } from './expression.ts';
import { codeSchema, doiSchema, idSchema, slugSchema } from './identifiers.ts';
import { languageSchema, localTextSchema, textSchema } from './languages.ts';

export const instrumentFormat = 'attune-instrument/1';

export const registers = ['standard', 'easy-read'] as const;
export type Register = (typeof registers)[number];

export const origins = ['source', 'validated', 'adapted', 'in-house', 'machine'] as const;
export type Origin = (typeof origins)[number];

export const scaleDirections = ['mirror', 'keep'] as const;
export type ScaleDirection = (typeof scaleDirections)[number];

export const offeredMissingReasons = ['prefer-not-to-say', 'not-applicable', 'dont-know'] as const;
export type OfferedMissingReason = (typeof offeredMissingReasons)[number];

export const polarities = ['positive', 'negative'] as const;
export type Polarity = (typeof polarities)[number];

export const transforms = ['mean', 'sum', 'percent-of-maximum'] as const;
export type Transform = (typeof transforms)[number];

export const rightStates = ['granted', 'licensed', 'none'] as const;
export type RightState = (typeof rightStates)[number];

const nameSchema = textSchema.max(200);

export const languageVersionSchema = z.strictObject({
  language: languageSchema,
  register: z.enum(registers),
  origin: z.enum(origins),
  translatedBy: nameSchema.exactOptional(),
  checkedBy: z
    .strictObject({ name: nameSchema, role: nameSchema, on: z.iso.date() })
    .exactOptional(),
  notes: textSchema.exactOptional(),
});
export type LanguageVersion = z.infer<typeof languageVersionSchema>;

export const optionSchema = z.strictObject({
  code: codeSchema,
  score: z.number().min(-1_000_000).max(1_000_000),
  order: z.int().min(0).max(1000),
  label: localTextSchema,
});
export type Option = z.infer<typeof optionSchema>;

export const optionSetSchema = z.strictObject({
  id: idSchema,
  direction: z.enum(scaleDirections),
  options: z.array(optionSchema).min(2).max(30),
});
export type OptionSet = z.infer<typeof optionSetSchema>;

export const itemSchema = z.strictObject({
  id: idSchema,
  stem: localTextSchema,
  easyRead: localTextSchema.exactOptional(),
  polarity: z.enum(polarities),
  reverseKeyed: z.boolean(),
  optionSet: idSchema,
  showWhen: expressionSchema.exactOptional(),
});
export type Item = z.infer<typeof itemSchema>;

export const usualMaximumLength = 2000;

/** A question that is answered in one's own words. It has no codes and is never scored. */
export const textItemSchema = z.strictObject({
  id: idSchema,
  stem: localTextSchema,
  easyRead: localTextSchema.exactOptional(),
  /** In characters. */
  maximumLength: z.int().min(100).max(5000).default(usualMaximumLength),
  showWhen: expressionSchema.exactOptional(),
});
export type TextItem = z.infer<typeof textItemSchema>;

export const pageSchema = z.strictObject({
  id: idSchema,
  title: localTextSchema,
  hint: localTextSchema.exactOptional(),
  items: z.array(idSchema).min(1).max(300),
});
export type Page = z.infer<typeof pageSchema>;

export const scaleSchema = z.strictObject({
  id: idSchema,
  title: localTextSchema,
  items: z.array(idSchema).min(1).max(300),
  subscaleOf: idSchema.exactOptional(),
  transform: z.enum(transforms),
  minimumAnswered: z.int().min(1).max(300),
  prorate: z.boolean(),
  citation: textSchema.exactOptional(),
});
export type Scale = z.infer<typeof scaleSchema>;

export const rightsSchema = z.strictObject({
  licence: nameSchema,
  holder: nameSchema,
  displayRight: z.enum(rightStates),
  translationRight: z.enum(rightStates),
  text: textSchema.exactOptional(),
  citation: textSchema,
  doi: doiSchema.exactOptional(),
  inspiredBy: z
    .strictObject({ citation: textSchema, doi: doiSchema.exactOptional() })
    .exactOptional(),
});
export type Rights = z.infer<typeof rightsSchema>;

export const instrumentSchema = z.strictObject({
  format: z.literal(instrumentFormat),
  slug: slugSchema,
  title: localTextSchema,
  description: localTextSchema,
  sourceLanguage: languageSchema,
  versions: z.array(languageVersionSchema).min(1).max(14),
  optionSets: z.array(optionSetSchema).min(1).max(100),
  missingReasons: z.array(z.enum(offeredMissingReasons)).max(3),
  items: z.array(itemSchema).min(1).max(300),
  /** Left out where there is none. Pages place them among the items. */
  textItems: z.array(textItemSchema).min(1).max(20).exactOptional(),
  pages: z.array(pageSchema).min(1).max(300),
  scales: z.array(scaleSchema).max(60),
  rights: rightsSchema,
});
export type Instrument = z.infer<typeof instrumentSchema>;
