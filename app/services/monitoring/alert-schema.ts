import { z } from 'zod';
import { optionalDay, reasonField, revisionField } from '../register/register-schema.ts';
import { alertSteps, conclusions } from './alert-steps.ts';

export const alertParams = z.object({ alertId: z.uuid() });

const orNothing = <Value>(value: Value | null | '') =>
  value === null || value === '' ? undefined : value;

/** A step of an alert; which fields it needs is for the service to say. */
export const alertMoveSchema = z.object({
  step: z.enum(alertSteps),
  ...reasonField,
  ...revisionField,
  dueOn: optionalDay.transform(orNothing),
  conclusion: z
    .enum(['', ...conclusions])
    .default('')
    .transform(orNothing),
  ownerUserId: z.string().default('').transform(orNothing),
});

/** Which field of the form a refusal of the service is about. */
export const alertRefusals = {
  'conclusion-missing': 'conclusion',
  'due-in-past': 'dueOn',
  'person-unknown': 'ownerUserId',
} as const;
