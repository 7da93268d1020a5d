import { z } from 'zod';
import { countries } from '../sites/countries.ts';
import { datasetAccess, datasetRoles, demographicAspects } from './register-words.ts';
import { optionalWords } from './register-schema.ts';

const url = z
  .url({ protocol: /^https?$/, error: 'address-wrong' })
  .optional()
  .transform((address) => address ?? '');

export const datasetParams = z.object({ datasetId: z.uuid() });

export const datasetFields = {
  name: z
    .string({ error: 'dataset-name-missing' })
    .trim()
    .min(1, 'dataset-name-missing')
    .max(200, 'name-long'),
  ...{ field: optionalWords, modality: optionalWords, size: optionalWords },
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
  reported: z.array(z.enum(demographicAspects)).default([]),
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

type Reported = (typeof demographicAspects)[number][];

/** What was ticked is reported; what was not, is not. */
export function withDemographics<Values extends { reported: Reported }>({
  reported,
  ...values
}: Values) {
  const demographics = Object.fromEntries(
    demographicAspects.map((aspect) => [aspect, reported.includes(aspect) ? 'yes' : 'no']),
  ) as Record<Reported[number], 'yes' | 'no'>;
  return { ...values, demographics };
}
