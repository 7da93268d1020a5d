import { z } from 'zod';
import type { ResponseMode } from '#db/schema/study.ts';
import { covariateIds } from '#surveys/model/covariates.ts';
import { languages, type Language, type LocalText } from '#surveys/model/languages.ts';
import { hasRepeatedName } from '../name-key.ts';
import { lowestMinimumCellSize } from './response-modes.ts';

/** In the order a form offers them; the last two are refused with the reason. */
export const offeredModes = [
  'anonymous',
  'anonymous-linked',
  'confidential',
  'attributed',
] as const satisfies readonly ResponseMode[];

const title = z.string().trim().max(200, 'study-title-long').optional();

const titles = z
  .object({ en: title, kk: title, ru: title, de: title, es: title, ar: title, zh: title })
  .refine((given) => Object.values(given).some((text) => text !== undefined), {
    error: 'study-title-missing',
  });

/** Messages are keys of the `errors` catalogue. */
export const designFields = {
  title: titles,
  instrumentVersionId: z.uuid('instrument-not-published'),
  languages: z.array(z.enum(languages)).min(1, 'study-language-missing'),
  siteIds: z.array(z.uuid()).min(1, 'study-site-missing'),
  covariates: z.array(z.enum(covariateIds)),
  responseMode: z.enum(offeredModes),
  wordsPanelId: z
    .uuid('words-panel-unknown')
    .optional()
    .transform((panel) => panel ?? null),
  minimumCellSize: z.coerce
    .number({ error: 'cell-size-too-small' })
    .int('cell-size-too-small')
    .min(lowestMinimumCellSize, 'cell-size-too-small')
    .max(1000, 'cell-size-too-large'),
};

/** Names of waves, one a line. */
export const waveNames = z
  .string({ error: 'study-wave-missing' })
  .transform((text) => text.split('\n').map((line) => line.trim()))
  .transform((lines) => lines.filter((line) => line !== ''))
  .refine((names) => names.length > 0, { error: 'study-wave-missing' })
  .refine((names) => names.length <= 20 && names.every((name) => name.length <= 80), {
    error: 'study-wave-long',
  })
  .refine((names) => !hasRepeatedName(names), { error: 'study-wave-repeated' });

type Titles = Partial<Record<Language, string | undefined>>;

export function toLocalText(given: Titles): LocalText {
  const entries = Object.entries(given).filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(entries);
}

/** Which field a refusal of the service is about. */
export const designRefusals = {
  'study-title-missing': 'title',
  'response-mode-for-panels': 'responseMode',
  'cell-size-too-small': 'minimumCellSize',
  'words-panel-unknown': 'wordsPanelId',
  'instrument-not-published': 'instrumentVersionId',
  'study-language-missing': 'languages',
  'study-language-not-offered': 'languages',
  'study-site-missing': 'siteIds',
  'study-site-unknown': 'siteIds',
  'study-wave-missing': 'waves',
  'study-wave-repeated': 'waves',
} as const;
export type DesignRefusal = keyof typeof designRefusals;
export const designRefusalCodes = Object.keys(designRefusals) as DesignRefusal[];
