import { z } from 'zod';
import { currencyField } from '../currency-field.ts';
import { localTextField } from '../local-text-schema.ts';
import { typedNumber } from '../typed-number.ts';
import { influenceLevels, informedThings, involvementStages } from './activity-words.ts';

const text = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(200, 'name-long');
const amount = (wrong: string, largest: number) =>
  z.coerce.number({ error: wrong }).int(wrong).min(0, wrong).max(largest, wrong);

/** Messages are keys of the `errors` catalogue. */
export const activityFields = {
  title: localTextField(200, 'title-missing'),
  aim: localTextField(2000, 'activity-aim-missing'),
  informs: z.enum(informedThings, 'choice-missing'),
  informedName: text('activity-informed-missing'),
  stage: z.enum(involvementStages, 'choice-missing'),
  influence: z.enum(influenceLevels, 'choice-missing'),
  outputsOwner: localTextField(1000, 'activity-owner-missing'),
  outOfScope: localTextField(2000, 'activity-scope-missing'),
  siteId: z
    .uuid()
    .optional()
    .transform((site) => site ?? null),
  startsOn: z.iso.date('date-invalid'),
  endedOn: z.iso
    .date('date-invalid')
    .optional()
    .transform((day) => day ?? null),
};

export const sessionFields = {
  heldOn: z.iso.date('date-invalid'),
  place: text('session-place-missing'),
  durationMinutes: z.coerce
    .number({ error: 'minutes-wrong' })
    .int('minutes-wrong')
    .min(1, 'minutes-wrong')
    .max(1440, 'minutes-wrong'),
  patients: amount('people-count-wrong', 1000).default(0),
  carers: amount('people-count-wrong', 1000).default(0),
  publicMembers: amount('people-count-wrong', 1000).default(0),
  staff: amount('people-count-wrong', 1000).default(0),
  accessProvided: z
    .string({ error: 'session-access-missing' })
    .trim()
    .min(1, 'session-access-missing')
    .max(2000, 'text-long'),
  minutes: z
    .string({ error: 'session-minutes-missing' })
    .trim()
    .min(1, 'session-minutes-missing')
    .max(20_000, 'text-long'),
  /** As it is written: whole units of the currency, and parts of one. */
  cost: z
    .string()
    .trim()
    .regex(/^\d{1,9}([.,]\d{1,2})?$/, 'cost-wrong')
    .default('0')
    .transform((cost) => typedNumber(cost)),
  currency: currencyField,
};
