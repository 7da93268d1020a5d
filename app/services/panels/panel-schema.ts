import { z } from 'zod';
import { languages } from '#surveys/model/languages.ts';
import { localTextField } from '../local-text-schema.ts';
import { largestGroup, lowestGroup } from './panel-limits.ts';

const whole = (wrong: string, smallest: number, largest: number) =>
  z.coerce.number({ error: wrong }).int(wrong).min(smallest, wrong).max(largest, wrong);

/** What can be said of a panel from the start. Messages are keys of the `errors` catalogue. */
export const panelFields = {
  title: localTextField(200, 'title-missing'),
  about: localTextField(2000),
  languages: z.array(z.enum(languages)).min(1, 'panel-language-missing'),
  siteId: z
    .uuid()
    .optional()
    .transform((site) => site ?? null),
  minimumGroup: whole('minimum-group-wrong', lowestGroup, largestGroup),
};

export const newPanelFields = {
  ...panelFields,
  activityId: z.uuid('panel-activity-missing'),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'panel-address-wrong')
    .max(60, 'panel-address-wrong')
    .optional(),
};

export const panelSettingsFields = {
  ...panelFields,
  revision: z.coerce.number().int(),
  safeguardingUserId: z
    .string()
    .optional()
    .transform((id) => id ?? null),
  safeguardingWithinHours: whole('hours-wrong', 1, 168),
  minutesPerQuarter: whole('minutes-wrong', 10, 5000),
  demographicsPurpose: localTextField(1000),
  demographicsExpireOn: z.iso
    .date('date-invalid')
    .optional()
    .transform((day) => day ?? null),
};

/** Which field of the form a refusal of a service is about. */
export const panelRefusals = {
  'title-missing': 'title',
  'panel-language-missing': 'languages',
  'panel-language-fixed': 'languages',
  'minimum-group-wrong': 'minimumGroup',
  'minimum-group-lowered': 'minimumGroup',
  'panel-activity-missing': 'activityId',
  'panel-address-taken': 'slug',
  'panel-site-fixed': 'siteId',
  'site-unknown': 'siteId',
  'safeguarding-unknown': 'safeguardingUserId',
  'demographics-past': 'demographicsExpireOn',
} as const;

const roundTexts = {
  title: localTextField(200, 'title-missing'),
  intro: localTextField(5000),
};

export const roundFields = {
  ...roundTexts,
  minutes: whole('minutes-wrong', 1, 480),
  waveId: z
    .uuid('round-wave-unavailable')
    .optional()
    .transform((wave) => wave ?? null),
  closesOn: z.iso
    .date('date-invalid')
    .optional()
    .transform((day) => day ?? null),
};

/** Which field of a round's form a refusal is about. */
export const roundRefusals = {
  'title-missing': 'title',
  'minutes-wrong': 'minutes',
  'round-date-past': 'closesOn',
  'round-wave-unavailable': 'waveId',
} as const;

/** A prompt or a statement. */
export const askedFields = {
  text: localTextField(1000, 'words-missing'),
  easyRead: localTextField(1000),
};
