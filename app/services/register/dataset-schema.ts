import { z } from 'zod';
import type { DemographicAspect, ReportedDemographics } from '#db/schema/dataset.ts';
import { countries } from '../sites/countries.ts';
import { datasetAccess, datasetRoles, demographicAspects } from './register-words.ts';
import { optionalWords } from './register-schema.ts';

const url = z
  .url({ protocol: /^https?$/, error: 'address-wrong' })
  .optional()
  .transform((address) => address ?? '');

export const datasetParams = z.object({ datasetId: z.uuid() });

type ReportedName = `reported-${DemographicAspect}`;

/** Whether an aspect of the people is reported: a field each, with yes, no, and nothing said. */
export const reportedFields = demographicAspects.map((aspect) => ({
  aspect,
  name: `reported-${aspect}` as const,
}));
const reportedSchemas = Object.fromEntries(
  reportedFields.map(({ name }) => [name, z.enum(['yes', 'no']).optional()]),
) as Record<ReportedName, z.ZodOptional<z.ZodEnum<{ yes: 'yes'; no: 'no' }>>>;

export const datasetFields = {
  name: z
    .string({ error: 'dataset-name-missing' })
    .trim()
    .min(1, 'dataset-name-missing')
    .max(200, 'name-long'),
  ...{ field: optionalWords, modality: optionalWords, size: optionalWords },
  people: z.coerce
    .number('number-wrong')
    .int('number-wrong')
    .min(1, 'number-wrong')
    .max(2_000_000_000, 'number-wrong')
    .optional()
    .transform((people) => people ?? null),
  ...{ annotations: optionalWords, source: optionalWords, url, licence: optionalWords },
  access: z
    .enum(datasetAccess)
    .optional()
    .transform((access) => access ?? null),
  countries: z
    .string()
    .default('')
    .transform((given): string[] => given.toUpperCase().match(/[^\s,;]+/g) ?? [])
    .pipe(z.array(z.enum(countries, 'countries-wrong'))),
  years: optionalWords,
  ...reportedSchemas,
  ...{ knownGaps: optionalWords, consentBasis: optionalWords },
};

export const datasetUseFields = {
  datasetId: z.uuid('dataset-unknown'),
  role: z.enum(datasetRoles, 'choice-missing'),
  versionId: z
    .uuid()
    .optional()
    .transform((id) => id ?? null),
  note: optionalWords,
};

type Values = z.output<z.ZodObject<typeof datasetFields>>;

/** Of each aspect what was said; what nobody knows stays unsaid, which is not a no. */
export function withDemographics<Given extends Values>(given: Given) {
  const said = reportedFields.flatMap(({ aspect, name }) => {
    const is = given[name];
    return is === undefined ? [] : [[aspect, is] as const];
  });
  const rest = Object.entries(given).filter(([name]) => !(name in reportedSchemas));
  return {
    ...(Object.fromEntries(rest) as Omit<Given, ReportedName>),
    demographics: Object.fromEntries(said) as ReportedDemographics,
  };
}
